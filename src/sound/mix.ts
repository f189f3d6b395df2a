/**
 * What is to be heard where: the sounds of a node, and through its doors those of the places it leads to, each with its
 * level and direction. Pure; the graph plays what stands here.
 */
import { toRadians } from '#shared/angle.ts';
import { directionOf, lengthOf, normalize, subtract, type Vec3 } from '#shared/vec.ts';
import type { Exhibition, ExhibitionNode, NodeSound } from '#document/schema.ts';
import { HALL_EYE_HEIGHT } from '#tour/gallery/plan.ts';
import { fromSite } from '#tour/relic/standing.ts';
import { findNode } from '#tour/selectors/findNode.ts';
import { findAsset } from '#tour/selectors/made.ts';
import { findAudio } from '#tour/sound/commands.ts';
import type { Stand } from '#tour/state.ts';
import { gainOfDecibels } from './loudness.ts';

export interface Source {
  /** Stays the same wherever one hears it from. */
  readonly key: string;
  readonly audioId: string;
  /** Whether it goes on without end, or is heard now and then. */
  readonly isContinuous: boolean;
  /** A factor of its samples, before the visitor's volumes. */
  readonly gain: number;
  /** Unit, from the ears, in the node's frame; straight ahead for what is all around. */
  readonly direction: Vec3;
  /** Metres; 0 for what is all around, and where nobody said. */
  readonly distance: number;
  /** 0: from its direction alone; 1: from all around. */
  readonly spread: number;
  /** Whether it is heard through a door. */
  readonly isMuffled: boolean;
}

/** Metres, where the document does not say. */
const FULL_WITHIN = 1;
export const MUFFLED_GAIN = gainOfDecibels(-12);
/** What is softer than this is not played at all. */
const LEAST_GAIN = gainOfDecibels(-60);
const AHEAD: Vec3 = [0, 0, -1];

/** Everything that reaches the ears in a node. `stand`: where in a hall; its middle where it is null. */
export function listSources(exhibition: Exhibition, nodeId: string, stand: Stand | null): Source[] {
  const node = findNode(exhibition, nodeId);
  if (!node) return [];
  const sources = new Map<string, Source>();
  const add = (source: Source | null): void => {
    if (source && source.gain >= LEAST_GAIN && !sources.has(source.key)) sources.set(source.key, source);
  };
  for (const sound of node.sounds ?? []) add(describe(exhibition, node, sound, earsIn(exhibition, node, stand)));
  const own = new Set(node.sounds?.map((sound) => keyOf(exhibition, node, sound)));
  for (const neighbour of neighboursOf(exhibition, node)) {
    for (const sound of neighbour.sounds ?? []) {
      const key = keyOf(exhibition, neighbour, sound);
      if (sound.kind === 'ambience' || !sound.position || own.has(key)) continue;
      const source = describe(exhibition, neighbour, sound, (point) => fromSite(node, point));
      if (source) add({ ...source, gain: source.gain * MUFFLED_GAIN, isMuffled: true });
    }
  }
  return [...sources.values()];
}

/** The direction as a head has it that looks along yaw and pitch (radians): x to its right, y up, −z ahead. */
export function turnToHead([x, y, z]: Vec3, yaw: number, pitch: number): Vec3 {
  const [s, c] = [Math.sin(yaw), Math.cos(yaw)];
  const ahead = z * c - x * s;
  const [sp, cp] = [Math.sin(pitch), Math.cos(pitch)];
  return [x * c + z * s, y * cp + ahead * sp, ahead * cp - y * sp];
}

/** Half as loud at twice the distance, beyond where it is as loud as its file. */
export function gainAt(distance: number, fullWithin: number): number {
  return fullWithin / Math.max(distance, fullWithin);
}

/** From the ears to a point of the document; null where nothing says where either is. */
type Ears = (point: Vec3) => Vec3 | null;

function earsIn(exhibition: Exhibition, node: ExhibitionNode, stand: Stand | null): Ears {
  if (!isHall(exhibition, node)) return (point) => fromSite(node, point);
  const { x, z } = stand ?? { x: 0, z: 0 };
  return (point) => subtract(point, [x, HALL_EYE_HEIGHT, z]);
}

function describe(exhibition: Exhibition, owner: ExhibitionNode, sound: NodeSound, ears: Ears): Source | null {
  const audio = findAudio(exhibition, sound.audio);
  if (!audio) return null;
  const base = {
    key: keyOf(exhibition, owner, sound),
    audioId: audio.id,
    isContinuous: sound.plays === undefined ? audio.isLoop === true : sound.plays === 'always',
    isMuffled: false,
  };
  const level = gainOfDecibels(sound.level ?? 0);
  if (sound.kind === 'ambience') return { ...base, gain: level, direction: AHEAD, distance: 0, spread: 1 };
  if (sound.kind === 'point' && sound.target) {
    const direction = directionOf(toRadians(sound.target.yaw), toRadians(sound.target.pitch));
    return { ...base, gain: level, direction, distance: 0, spread: 0 };
  }
  const at = sound.position ? ears(sound.position) : null;
  if (!at) return null;
  const distance = lengthOf(at);
  const direction = distance > 0 ? normalize(at) : AHEAD;
  if (sound.kind === 'point') {
    const gain = level * gainAt(distance, sound.fullWithin ?? FULL_WITHIN);
    return { ...base, gain, direction, distance, spread: 0 };
  }
  const across = Math.hypot(at[0], at[2]);
  // From its edge on it gathers in one direction, and has done so at twice the radius.
  const spread = Math.min(1, Math.max(0, 2 - across / sound.radius));
  return { ...base, gain: level * gainAt(across, sound.radius), direction, distance, spread };
}

/** Where a link leads to another place on the site; another picture of the same place is no other place. */
function neighboursOf(exhibition: Exhibition, node: ExhibitionNode): ExhibitionNode[] {
  if (!node.position || isHall(exhibition, node)) return [];
  return (node.links ?? []).flatMap(({ to }) => {
    const other = findNode(exhibition, to);
    return other && other.asset !== node.asset && !isHall(exhibition, other) ? [other] : [];
  });
}

function isHall(exhibition: Exhibition, { asset }: ExhibitionNode): boolean {
  return findAsset(exhibition, asset)?.kind === 'gallery';
}

/** Equal for the same sound at the same spot, in whatever node it is written. */
function keyOf(exhibition: Exhibition, node: ExhibitionNode, sound: NodeSound): string {
  if (sound.kind === 'ambience') return sound.audio;
  if (sound.kind === 'point' && sound.target) {
    return `${sound.audio} towards ${sound.target.yaw},${sound.target.pitch} of ${node.asset}`;
  }
  const frame = isHall(exhibition, node) ? ` in ${node.id}` : '';
  return `${sound.audio} at ${sound.position?.join(',') ?? ''}${frame}`;
}
