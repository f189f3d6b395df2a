/** What is written about single parts of a relic, and how they are found on its surface. */
import type { LanguageMap, ModelAsset } from '#document/schema.ts';
import type { Vec3 } from '#demo/cave/cave.ts';

/**
 * A place on the surface: the first one met by someone who stands at `yaw` (0 before the front, growing to the right) and
 * `pitch`, degrees, and looks through the point.
 */
export interface Seen {
  readonly yaw: number;
  readonly pitch?: number;
  /** Metres in the relic's frame. */
  readonly through: Vec3;
}

export interface RelicNote {
  readonly id: string;
  readonly label: LanguageMap;
  readonly body: LanguageMap;
  /** A point, or the corners of an area, all seen from where the first is seen. */
  readonly on: Seen | (Pick<Seen, 'yaw' | 'pitch'> & { readonly corners: readonly Vec3[] });
  /** How far away one looks at it from, metres. */
  readonly distance: number;
}

export type RelicSteps = NonNullable<ModelAsset['steps']>;
export type RelicView = NonNullable<ModelAsset['start']>;

/** Finds the surface; what is not met stays where it is written, which the tests of the finished models would tell. */
export type Project = (seen: Seen) => Vec3;

export function describeNote({ id, label, body, on, distance }: RelicNote, project: Project) {
  const { yaw, pitch = 0 } = on;
  const points = 'corners' in on ? on.corners.map((through) => project({ yaw, pitch, through })) : [project(on)];
  const middle = [0, 1, 2].map((axis) =>
    toTenths(points.reduce((sum, point) => sum + point[axis]!, 0) / points.length),
  ) as [number, number, number];
  const corners = points.map((point) => point.map(toTenths) as [number, number, number]);
  const target =
    'corners' in on ? { type: 'area' as const, corners } : { type: 'point' as const, at: corners[0] ?? middle };
  return { id, label, body, target, view: { yaw, pitch: Math.max(pitch, 4), distance, target: middle } };
}

/** Tenths of a millimetre. */
function toTenths(metres: number): number {
  return Math.round(metres * 1e4) / 1e4 + 0;
}
