/** Animations. A relic stands still without them, so one that does not fit together costs itself, with a word. */
import type { RelicLimits } from '../limits.ts';
import {
  childOf, choiceOf, entriesOf, fail, referenceOf, requiredReference, textOf, type Entry,
} from './check.ts'; // prettier-ignore
import { ModelError } from './modelError.ts';
import type { Tell } from './readMaterials.ts';
import type { Accessor, Animation, AnimationSampler, Channel, Mesh, Node } from './shape.ts';

const PATHS = ['translation', 'rotation', 'scale', 'weights'] as const;
const MOST_CHANNELS = 20_000;
const COMPONENTS = { translation: 'VEC3', scale: 'VEC3', rotation: 'VEC4', weights: 'SCALAR' } as const;
const FLOAT = 5126;

export interface AnimationLists {
  readonly nodes: readonly Node[];
  readonly meshes: readonly Mesh[];
  readonly accessors: readonly Accessor[];
}

export function readAnimations(root: Entry, lists: AnimationLists, limits: RelicLimits, tell: Tell): Animation[] {
  return entriesOf(root, 'animations', limits.animations).flatMap((entry, index) => {
    try {
      const animation = readAnimation(entry, index, lists);
      return animation.channels.length > 0 ? [animation] : [];
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      tell(`${error.message}; the animation is left out`);
      return [];
    }
  });
}

function readAnimation(entry: Entry, index: number, lists: AnimationLists): Animation {
  const { accessors } = lists;
  const samplers = entriesOf(entry, 'samplers', MOST_CHANNELS).map((sampler): AnimationSampler => ({
    input: requiredReference(sampler, 'input', 'accessors', accessors.length),
    output: requiredReference(sampler, 'output', 'accessors', accessors.length),
    interpolation: choiceOf(sampler, 'interpolation', ['LINEAR', 'STEP', 'CUBICSPLINE'] as const),
  }));
  const moved = new Set<string>();
  const channels = entriesOf(entry, 'channels', MOST_CHANNELS).flatMap((channel): Channel[] => {
    const target = childOf(channel, 'target') ?? fail(channel.place, 'has no target');
    const sampler = requiredReference(channel, 'sampler', 'samplers', samplers.length);
    const node = referenceOf(target, 'node', 'nodes', lists.nodes.length);
    const path = PATHS.find((known) => known === textOf(target, 'path'));
    // Pointers into materials and the like move nothing that is known here.
    if (node === undefined || path === undefined) return [];
    if (moved.has(`${node} ${path}`)) fail(channel.place, 'moves what another channel moves');
    moved.add(`${node} ${path}`);
    requireFit(channel.place, samplers[sampler], { sampler, node, path }, lists);
    return [{ sampler, node, path }];
  });
  const name = textOf(entry, 'name')?.trim().slice(0, 200) ?? '';
  return { name: name === '' ? String(index + 1) : name, channels, samplers };
}

/** As many values of the right kind as there are moments. */
function requireFit(
  place: string,
  sampler: AnimationSampler | undefined,
  { node, path }: Channel,
  { nodes, meshes, accessors }: AnimationLists,
): void {
  const input = accessors[sampler?.input ?? -1];
  const output = accessors[sampler?.output ?? -1];
  if (!sampler || !input || !output) return;
  if (input.type !== 'SCALAR' || input.componentType !== FLOAT) fail(place, 'its moments are no floats');
  if (output.type !== COMPONENTS[path]) fail(place, `its values are no ${COMPONENTS[path]}`);
  const isFloatOrFraction = output.componentType === FLOAT || output.normalized;
  if (!isFloatOrFraction || output.componentType === 5125) fail(place, 'its values are no floats');
  const target = nodes[node];
  if (path !== 'weights' && target?.matrix) fail(place, 'moves a node that is placed by a matrix');
  const targets = meshes[target?.mesh ?? -1]?.primitives[0]?.targets.length ?? 0;
  if (path === 'weights' && targets === 0) fail(place, 'morphs a node without morph targets');
  const isSpline = sampler.interpolation === 'CUBICSPLINE';
  if (isSpline && input.count < 2) fail(place, 'a spline wants two moments at least');
  const expected = input.count * (isSpline ? 3 : 1) * (path === 'weights' ? targets : 1);
  if (output.count !== expected) fail(place, `expected ${expected} values, found ${output.count}`);
}
