/** Fewer draw calls for the same picture: what stands still and looks alike becomes one mesh. */
import { type Document, PropertyType } from '@gltf-transform/core';
import { KHRMaterialsVariants, KHRNodeVisibility } from '@gltf-transform/extensions';
import { dedup, flatten, join, palette } from '@gltf-transform/functions';

/** As many materials without pictures as make it worth to put their colours into one. */
const PALETTE_MATERIALS = 2;
/** A mesh that stands in many places is better drawn many times than stored many times. */
const MOST_COPIES = 2;
const INSTANCING = 'EXT_mesh_gpu_instancing';

/**
 * Does nothing to a model that moves or whose materials can be changed, for its parts have names that must stay.
 * Colours of plain materials go into a palette of eight bits a channel, as a screen has.
 */
export async function arrangeDraws(document: Document): Promise<void> {
  await document.transform(dedup({ propertyTypes: [PropertyType.MATERIAL, PropertyType.TEXTURE] }));
  if (countDraws(document) < 2 || !isStill(document) || countCopies(document) > MOST_COPIES) return;
  await document.transform(palette({ min: PALETTE_MATERIALS, keepAttributes: true }), flatten(), join());
}

/** Draw calls of all that is placed; copies that one call draws count once. */
export function countDraws(document: Document): number {
  return document
    .getRoot()
    .listNodes()
    .reduce((sum, node) => sum + (node.getMesh()?.listPrimitives().length ?? 0), 0);
}

function isStill(document: Document): boolean {
  const root = document.getRoot();
  const changes = root
    .listExtensionsUsed()
    .some(({ extensionName }) =>
      [KHRMaterialsVariants.EXTENSION_NAME, KHRNodeVisibility.EXTENSION_NAME, INSTANCING].includes(extensionName),
    );
  const primitives = root.listMeshes().flatMap((mesh) => mesh.listPrimitives());
  const isMorphed = primitives.some((primitive) => primitive.listTargets().length > 0);
  return !changes && !isMorphed && root.listAnimations().length === 0 && root.listSkins().length === 0;
}

/** How many times more vertices there would be if every placed mesh were stored on its own. */
function countCopies(document: Document): number {
  const verticesOf = (list: readonly { getAttribute(name: string): { getCount(): number } | null }[]): number =>
    list.reduce((sum, primitive) => sum + (primitive.getAttribute('POSITION')?.getCount() ?? 0), 0);
  const root = document.getRoot();
  const placed = root.listNodes().reduce((sum, node) => sum + verticesOf(node.getMesh()?.listPrimitives() ?? []), 0);
  const stored = root.listMeshes().reduce((sum, mesh) => sum + verticesOf(mesh.listPrimitives()), 0);
  return stored > 0 ? placed / stored : 1;
}
