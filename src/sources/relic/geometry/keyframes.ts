/** Animations as they will be played: of nodes that are there, with moments that follow each other. */
import type { Animation, Gltf } from '../gltf/shape.ts';
import type { Attribute } from './attribute.ts';
import type { Emitter } from './emit.ts';

/** A clip of a day is a film. */
const LONGEST_SECONDS = 86_400;

export interface KeyframeSources {
  readonly read: (accessor: number) => Promise<Attribute>;
  /** The number of a node in what is emitted; undefined where it is not shown. */
  readonly nodeOf: (node: number) => number | undefined;
  readonly tell: (loss: string) => void;
}

export async function emitAnimations(
  animations: Gltf['animations'],
  emitter: Emitter,
  sources: KeyframeSources,
): Promise<object[]> {
  const emitted: object[] = [];
  for (const animation of animations) {
    const made = await emitAnimation(animation, emitter, sources);
    if (made) emitted.push(made);
  }
  return emitted;
}

async function emitAnimation(
  { name, channels, samplers }: Animation,
  emitter: Emitter,
  { read, nodeOf, tell }: KeyframeSources,
): Promise<object | null> {
  const shown = channels.flatMap(({ node, path, sampler }) => {
    const target = nodeOf(node);
    return target === undefined ? [] : [{ sampler, target: { node: target, path } }];
  });
  if (shown.length === 0) return null;
  const written: object[] = [];
  for (const { input, output, interpolation } of samplers) {
    const moments = await read(input);
    if (!doFollow(moments.array)) {
      tell(`the animation “${name}” is left out: its moments do not follow each other`);
      return null;
    }
    const values = await read(output);
    written.push({ input: emitter.attribute(moments), output: emitter.attribute(tight(values)), interpolation });
  }
  return { name, channels: shown, samplers: written };
}

function doFollow(moments: ArrayLike<number>): boolean {
  for (let at = 0; at < moments.length; at++) {
    const moment = moments[at] ?? -1;
    if (moment < 0 || moment > LONGEST_SECONDS || (at > 0 && moment <= (moments[at - 1] ?? 0))) return false;
  }
  return true;
}

/** Tracks want their values close together. */
function tight(attribute: Attribute): Attribute {
  const { array, itemSize, stride, count } = attribute;
  if (stride === itemSize) return attribute;
  const close = new (array.constructor as new (length: number) => typeof array)(count * itemSize);
  for (let index = 0; index < count; index++) {
    for (let item = 0; item < itemSize; item++) close[index * itemSize + item] = array[index * stride + item] ?? 0;
  }
  return { ...attribute, array: close, stride: itemSize };
}
