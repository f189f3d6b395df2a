/** Relics for tests: a few geometries of known size and colour. */
import type { BufferGeometry } from 'three';
import {
  AnimationClip,
  Box3,
  BoxGeometry,
  type ColorRepresentation,
  Group,
  Mesh,
  MeshBasicMaterial,
  MeshStandardMaterial,
  type Object3D,
  TorusKnotGeometry,
  VectorKeyframeTrack,
} from 'three';
import type { RelicContent } from '#scene/relic/relicContent.ts';

export function contentOf(root: Object3D, clips: readonly AnimationClip[] = []): RelicContent {
  const bounds = new Box3().setFromObject(root);
  let triangles = 0;
  let draws = 0;
  root.traverse((object) => {
    if (!(object instanceof Mesh)) return;
    const { geometry } = object as Mesh<BufferGeometry>;
    triangles += (geometry.index ?? geometry.getAttribute('position')).count / 3;
    draws++;
  });
  return {
    root,
    bounds,
    clips,
    variants: ['blue'],
    triangles,
    draws,
    gpuBytes: 0,
    isDeforming: false,
    materialOf: (object, variant) => {
      const { material } = object as Mesh;
      return variant === 'blue' ? BLUE : material;
    },
    dispose: () => undefined,
  };
}

const GREEN = '#30a040';
const BLUE = new MeshBasicMaterial({ color: '#2040ff', toneMapped: false });

function solid(geometry: BufferGeometry, colour: ColorRepresentation, isLit: boolean): RelicContent {
  const root = new Group();
  const material = isLit
    ? new MeshStandardMaterial({ color: colour, roughness: 0.7 })
    : new MeshBasicMaterial({ color: colour, toneMapped: false });
  root.add(new Mesh(geometry, material));
  return contentOf(root);
}

/** A cube that stands on the origin. */
function cube(side: number, colour: ColorRepresentation, isLit = false): RelicContent {
  return solid(new BoxGeometry(side, side, side).translate(0, side / 2, 0), colour, isLit);
}

function openCube(side: number): RelicContent {
  const geometry = new BoxGeometry(side, side, side).translate(0, side / 2, 0);
  // Without its front: of its six sides, two triangles each, the fifth.
  const index = [...(geometry.index?.array ?? [])];
  index.splice(24, 6);
  geometry.setIndex(index);
  return solid(geometry, GREEN, false);
}

function swinging(): RelicContent {
  const root = new Group();
  const mesh = new Mesh(new BoxGeometry(0.1, 0.1, 0.1).translate(0, 0.05, 0), new MeshStandardMaterial());
  mesh.name = 'swing';
  root.add(mesh);
  const track = new VectorKeyframeTrack('swing.position', [0, 1, 2], [0, 0, 0, 0.05, 0, 0, 0, 0, 0]);
  return contentOf(root, [new AnimationClip('swing', 2, [track])]);
}

/** By asset and state. */
export function makeContent(assetId: string, stateId: string): RelicContent {
  if (assetId === 'cube') return cube(0.1, stateId === 'red' ? '#d02020' : GREEN);
  if (assetId === 'lit-cube') return cube(0.1, '#8a7a6a', true);
  if (assetId === 'open-cube') return openCube(0.1);
  if (assetId === 'bead') return cube(0.005, GREEN);
  if (assetId === 'colossus') return cube(50, GREEN);
  if (assetId === 'vase') return solid(new BoxGeometry(0.24, 0.4, 0.24).translate(0, 0.2, 0), GREEN, false);
  if (assetId === 'wall') return solid(new BoxGeometry(50, 12, 3).translate(0, 6, 0), GREEN, false);
  if (assetId === 'knot')
    return solid(new TorusKnotGeometry(0.1, 0.035, 200, 24).translate(0, 0.14, 0), '#9a8468', true);
  if (assetId === 'swing') return swinging();
  throw new Error(`no body "${assetId}"`);
}
