/** Where Voyager's camera stands: degrees about a pivot, and an offset in the units of the scene. */
import type { OrbitView, Surface } from '#document/relicSchema.ts';
import { toRadians } from '#shared/angle.ts';
import { add } from '#shared/vec.ts';
import { multiply } from '#sources/relic/geometry/matrix.ts';
import { transformPoint, turnAbout } from '../gltf/matrix.ts';
import type { Foreign } from '../reading/foreign.ts';

/**
 * `orbit` is pitch, yaw and roll in degrees: the camera is turned about Y by the yaw, then about its own X by the pitch,
 * and stands `offset` away along its own axes. So yaw 90 sees the relic's +X side, and a pitch below 0 sees it from
 * above (the presets of CVOrbitNavigation).
 */
export function readOrbit(
  orbit: readonly number[],
  offset: readonly number[],
  metres: number,
  pivot: readonly number[] = [0, 0, 0],
): OrbitView {
  const [pitch = 0, yaw = 0] = orbit;
  const [x = 0, y = 0, z = 100] = offset;
  const turn = multiply(turnAbout('y', toRadians(yaw)), turnAbout('x', toRadians(pitch)));
  const [px = 0, py = 0, pz = 0] = pivot;
  const target = add(transformPoint(turn, [x * metres, y * metres, 0]), [px * metres, py * metres, pz * metres]);
  const distance = Math.abs(z) * metres;
  return {
    yaw: round(wrapDegrees(yaw)),
    pitch: round(Math.max(-90, Math.min(90, -pitch))),
    ...(distance > 0 && distance <= 1e6 && { distance: round(distance) }),
    ...(Math.hypot(...target) > 0 &&
      Math.hypot(...target) < 1e6 && {
        target: [round(target[0]), round(target[1]), round(target[2])] satisfies [number, number, number],
      }),
  };
}

function round(value: number): number {
  return Math.round(value * 1e5) / 1e5 || 0;
}

/** Into −180 to 180. */
export function wrapDegrees(degrees: number): number {
  const wrapped = (((degrees + 180) % 360) + 360) % 360;
  return wrapped - 180;
}

export interface Snapshot {
  readonly view?: OrbitView;
  readonly surface?: Surface;
  readonly articleId?: string;
}

const SURFACES: readonly Surface[] = ['textured', 'clay', 'x-ray', 'normals', 'wireframe'];

/** States of the scene that tours and annotations lead to, by their ids. What they animate beyond a view is a loss. */
export function readSnapshots(snapshots: Foreign | undefined, metres: number): Map<string, Snapshot> {
  const found = new Map<string, Snapshot>();
  if (!snapshots) return found;
  snapshots.ignore('features');
  const targets = snapshots.list('targets').map(({ value, path }) => ({ name: nameOf(value), path }));
  for (const { name, path } of targets) {
    if (!KNOWN.includes(name))
      snapshots.ledger.lose(path, `“${name}” is animated by Voyager and has no place in a tour`);
  }
  for (const state of snapshots.objects('states')) {
    const id = state.text('id');
    state.ignore('curve', 'duration', 'threshold');
    const values = state.list('values').map(({ value }) => value);
    if (id === undefined) continue;
    const valueOf = (name: string) => values[targets.findIndex((target) => target.name === name)];
    const orbit = numbersOf(valueOf('navigation/orbit'));
    const offset = numbersOf(valueOf('navigation/offset'));
    const pivot = numbersOf(valueOf('navigation/pivot'));
    const surface = SURFACES[Number(valueOf('viewer/shader') ?? -1)];
    const article = valueOf('reader/articleId');
    found.set(id, {
      ...(orbit && { view: readOrbit(orbit, offset ?? [0, 0, 0], metres, pivot ?? undefined) }),
      ...(surface && { surface }),
      ...(typeof article === 'string' &&
        article !== '' &&
        valueOf('reader/enabled') !== false && { articleId: article }),
    });
  }
  return found;
}

const KNOWN = [
  'navigation/orbit',
  'navigation/offset',
  'navigation/pivot',
  'reader/articleId',
  'reader/enabled',
  'viewer/shader',
];

/** `scenes/0/setup/navigation/orbit` and `navigation/orbit` mean the same. */
function nameOf(target: unknown): string {
  return typeof target === 'string' ? target.split('/').slice(-2).join('/').slice(0, 80) : 'nothing';
}

function numbersOf(value: unknown): number[] | null {
  return Array.isArray(value) && value.length >= 3 && value.every((one) => Number.isFinite(one)) ? value : null;
}
