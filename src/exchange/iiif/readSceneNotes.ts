/** What is said in a scene: annotations of relics where it is about a point on one, else texts; and what they activate. */
import type { Annotation } from '#document/relicSchema.ts';
import type { ExhibitionNode, Hotspot, ModelAsset } from '#document/schema.ts';
import { lengthOf, subtract, type Vec3 } from '#shared/vec.ts';
import type { Matrix } from '#sources/relic/geometry/matrix.ts';
import { invert, transformPoint } from '../gltf/matrix.ts';
import { quote } from '../loss.ts';
import type { Draft } from '../making/draft.ts';
import { createIdMaker } from '../text/ids.ts';
import { isEmpty, joinTexts } from '../text/words.ts';
import { losePainting } from './paintings.ts';
import { type Camera, viewOf } from './readCameras.ts';
import type { Note } from './note.ts';
import { labelFrom, type PendingLink } from './readNotes.ts';
import { factsOf } from './resource.ts';

const MAX_ANNOTATIONS = 200;

/** A model as it stands in the hall. */
export interface Stood {
  /** The annotation that paints it, and the model itself. */
  readonly names: readonly string[];
  readonly model: ModelAsset;
  readonly hotspot: Hotspot & { kind: 'relic' };
  /** From the relic's frame to the scene's. */
  readonly frame: Matrix;
  readonly middle: Vec3;
}

export function addSceneNotes(
  draft: Draft,
  node: ExhibitionNode,
  notes: readonly Note[],
  stood: readonly Stood[],
  cameras: readonly Camera[],
  links: PendingLink[],
): void {
  const placed = new Map<string, { annotation: Annotation; on: Stood }>();
  const ids = createIdMaker();
  for (const note of notes.filter(({ motivations }) => !motivations.includes('activating'))) {
    const { region, said, label, annotation } = note;
    if (note.motivations.includes('linking')) {
      for (const { id: to, resource } of note.bodies) {
        resource.ignore('type', 'label', 'partOf');
        links.push({ node, to, path: resource.path, link: isEmpty(label) ? {} : { label } });
      }
      continue;
    }
    for (const body of note.bodies) losePainting(draft, body);
    const source = region?.source ?? '';
    const named = stood.find(({ names }) => names.includes(source));
    if (named && said.tags.length > 0)
      named.hotspot.subjects = [...(named.hotspot.subjects ?? []), ...said.tags].slice(0, 50);
    else
      for (const tag of said.tags)
        draft.ledger.lose(annotation.path, `the tag ${quote(Object.values(tag)[0])} is left out`);
    const { x, y, z } = region?.point ?? {};
    if (x === undefined || y === undefined || z === undefined) {
      const facts = factsOf(annotation);
      if (named) named.hotspot.body = joinTexts(named.hotspot.body, joinTexts(label, said.text));
      else draft.halls.add({ kind: 'text', label: labelFrom(label, said.text, node.label), body: said.text, ...(facts.length > 0 && { facts }) }, 'words'); // prettier-ignore
      if (named && facts.length > 0) named.hotspot.facts = [...(named.hotspot.facts ?? []), ...facts];
      if (region?.box || region?.polygon) draft.ledger.lose(annotation.path, 'an outline in a scene is left out');
      continue;
    }
    const at: Vec3 = [x, y, z];
    const on = named ?? nearest(stood, at);
    const into = on && invert(on.frame);
    const annotations = on && (on.model.annotations ??= []);
    if (!on || !into || !annotations || annotations.length >= MAX_ANNOTATIONS) {
      draft.ledger.lose(
        annotation.path,
        `${quote(Object.values(said.text)[0])} is left out: there is no relic that it is about`,
        said.text,
      );
      continue;
    }
    const point = transformPoint(into, at).map((value) => Math.round(value * 1e6) / 1e6);
    const title = labelFrom(label, said.text, on.model.label);
    const made: Annotation = {
      id: ids.make(title['en'] ?? Object.values(title)[0] ?? 'note', 'note'),
      label: title,
      ...(!isEmpty(said.text) && { body: said.text }),
      target: { type: 'point', at: [point[0] ?? 0, point[1] ?? 0, point[2] ?? 0] },
    };
    annotations.push(made);
    placed.set(note.id, { annotation: made, on });
  }
  const activating = notes.filter(({ motivations }) => motivations.includes('activating'));
  const used = new Set<string>();
  for (const note of activating) activate(draft, note, placed, cameras, used);
  for (const { id, isHidden } of cameras) {
    if (isHidden && !used.has(id))
      draft.ledger.lose('', `the hidden camera ${quote(id)} is left out: nothing leads to it`);
  }
  for (const { model } of stood) if (model.annotations?.length === 0) delete model.annotations;
}

/** A touch on words that switches to a camera is the view of an annotation; whatever else it does has no place. */
function activate(
  draft: Draft,
  { annotation, bodies, region }: Note,
  placed: ReadonlyMap<string, { annotation: Annotation; on: Stood }>,
  cameras: readonly Camera[],
  used: Set<string>,
): void {
  const words = placed.get(region?.source ?? '');
  for (const { id, wrapper, resource } of bodies) {
    wrapper?.ignore('action', 'label');
    resource.ignore('label');
    const camera = cameras.find((one) => one.id === id);
    const view = camera && words && viewOf(camera, words.on);
    if (camera && words && view) {
      words.annotation.view = view;
      used.add(camera.id);
    } else draft.ledger.lose(annotation.path, `what a touch does to ${quote(id)} is left out: a touch on words shows them from a camera, and no more`, id); // prettier-ignore
  }
}

export function nearest(stood: readonly Stood[], at: Vec3): Stood | undefined {
  const distance = ({ middle }: Stood) => lengthOf(subtract(middle, at));
  return [...stood].sort((one, other) => distance(one) - distance(other))[0];
}
