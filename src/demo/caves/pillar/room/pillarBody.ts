/** The pillar: two steps, four faces, seven niches. */
import type { Sheet } from '#demo/cave/cave.ts';
import {
  type Face,
  FACE_MIDDLE,
  FACES,
  FRONT_NICHE,
  LOWER_NICHE,
  type Niche,
  PILLAR_BODY,
  ROOM,
  UPPER_NICHE,
} from './dimensions.ts';
import { onFace } from './faces.ts';
import { cutFace, makeShell } from './niches.ts';
import { type Corner, makeQuad } from './sheets.ts';

/** Which niches a face has, from below. */
export function nichesOf(face: Face): readonly Niche[] {
  return face.id === 'front' ? [FRONT_NICHE] : [LOWER_NICHE, UPPER_NICHE];
}

/** Where the floor of a face's k-th niche lies on the painting 'clay': middle of its edge, metres. */
function floorPlace(face: Face, k: number): readonly [u: number, v: number] {
  if (face.id === 'front') return [0.85, 2.9];
  const order = FACES.indexOf(face) - 1;
  if (k === 1) return [1.6 + order * 0.95, 3.7];
  return order === 2 ? [0.6, 3.7] : [2.25 + order * 1.15, 2.9];
}

/** Id of the painting in a niche. */
export function shellId(face: Face, niche: Niche): string {
  return `niche-${face.id}-${niche.id}`;
}

function makeFace(face: Face): Sheet[] {
  const niches = nichesOf(face);
  const edges = niches.length === 1 ? [PILLAR_BODY.foot, ROOM.ceiling] : [PILLAR_BODY.foot, FACE_MIDDLE, ROOM.ceiling];
  return niches.flatMap((niche, k) => [
    ...cutFace(face, niche, {
      surface: `pillar-${face.id}`,
      low: edges[k]!,
      high: edges[k + 1]!,
      top: ROOM.ceiling,
    }),
    ...makeShell(shellId(face, niche), face, niche, floorPlace(face, k)),
  ]);
}

/** The upright side of a step on one face; the four sides lie side by side on one painting. */
function makeStep(face: Face, index: 0 | 1): Sheet {
  const { half, low, high } = PILLAR_BODY.steps[index];
  const order = FACES.indexOf(face);
  const corner = (x: number, y: number): Corner => [...onFace(face, x, y, half), order * 2 * half + half + x, high - y];
  return makeQuad(
    index === 0 ? 'step-lower' : 'step-upper',
    [corner(-half, high), corner(half, high), corner(half, low), corner(-half, low)],
    onFace(face, 0, (low + high) / 2, half + 2),
  );
}

/** What one treads on: a strip with mitred ends. The strips lie one below the other on the painting 'clay'. */
function makeTread(face: Face, step: 0 | 1): Sheet {
  const outer = PILLAR_BODY.steps[step].half;
  const inner = step === 0 ? PILLAR_BODY.steps[1].half : PILLAR_BODY.half;
  const y = PILLAR_BODY.steps[step].high;
  const order = FACES.indexOf(face);
  const from = step === 0 ? order * 0.3 : 1.2 + order * 0.4;
  const corner = (x: number, half: number): Corner => [...onFace(face, x, y, half), 2 + x, from + outer - half];
  return makeQuad(
    'clay',
    [corner(-inner, inner), corner(inner, inner), corner(outer, outer), corner(-outer, outer)],
    onFace(face, 0, y + 2, outer),
    2,
  );
}

export function makePillar(): Sheet[] {
  return FACES.flatMap((face) => [
    ...makeFace(face),
    makeStep(face, 0),
    makeStep(face, 1),
    makeTread(face, 0),
    makeTread(face, 1),
  ]);
}
