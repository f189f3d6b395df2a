/**
 * How far a ray goes until it meets the surfaces of a depth picture, for an eye beside the picture's middle. The same rule
 * twice: in GLSL for what is drawn, here for what is pointed at.
 *
 * With s, one over the metres along the ray, the point of the ray lies in the direction eye·s + ray from the middle, so that
 * even steps of s are even steps over the picture. It lies behind the surface where nearness·|eye·s + ray| > s. The ray is
 * followed from before the nearest surface until it first comes to lie behind one; there the place is made exact. Where it
 * comes behind a near thing from the side there is nothing to be met: nobody has seen whether the thing goes on, and the
 * drawn walls show there what lies behind it.
 */
import type { Vec3 } from '#shared/vec.ts';

/** Steps over the picture, radians, and the most of them; beyond, they grow longer. */
const STRIDE = 0.02;
const MOST_STEPS = 16;
/** Halvings of a step that make a place exact, and how far from the surface, as a share of its nearness, is still met. */
const HALVINGS = 5;
const MET = 0.03;
/** Whatever is as far as this counts as infinitely far, metres. */
const FARTHEST = 1e4;
/** An eye may be so near to the nearest surface, as a share of that one's distance, and not nearer. */
const MOST_ASIDE = 0.8;
/** An eye so near to the middle, metres, is there. */
const IN_THE_MIDDLE = 1e-4;

/** One over the metres from the middle to the surface in a direction of any length; 0 where it is unknown. */
export type NearnessAt = (x: number, y: number, z: number) => number;

/**
 * Metres along the ray to the surface; very far where nobody knows it.
 * @param eye In the frame of the picture's middle, metres.
 * @param ray Of unit length.
 * @param mostNearness Of the whole picture.
 * @param until Metres along the ray; what lies beyond is said roughly, but never to be nearer.
 */
export function surfaceAlong(
  nearnessAt: NearnessAt,
  eye: Vec3,
  ray: Vec3,
  mostNearness: number,
  until: number,
): number {
  const [x, y, z] = ray;
  const aside = Math.hypot(...eye);
  if (aside < IN_THE_MIDDLE) return 1 / Math.max(1 / FARTHEST, nearnessAt(x, y, z));
  const behind = (s: number): number => {
    const [px, py, pz] = [eye[0] * s + x, eye[1] * s + y, eye[2] * s + z];
    return nearnessAt(px, py, pz) * Math.hypot(px, py, pz) - s;
  };
  const last = 1 / until;
  const first = Math.max(last, (1.01 * mostNearness) / (1 - Math.min(MOST_ASIDE, mostNearness * aside)));
  const along = eye[0] * x + eye[1] * y + eye[2] * z;
  const across = Math.sqrt(Math.max(0, aside * aside - along * along));
  const steps = Math.min(MOST_STEPS, Math.max(1, Math.ceil((across * (first - last)) / STRIDE)));
  let s = first;
  let f = behind(s);
  for (let i = 0; i < steps; i++) {
    const [before, beforeF] = [s, f];
    s -= (first - last) / steps;
    f = behind(s);
    if (beforeF >= 0 || f < 0) continue;
    let near = before;
    let far = s;
    // On a smooth surface this is the place already.
    let met = before + ((s - before) * beforeF) / (beforeF - f);
    for (let halving = 0; halving <= HALVINGS; halving++) {
      const off = behind(met);
      if (Math.abs(off) <= MET * met) return 1 / (met + off);
      if (off < 0) near = met;
      else far = met;
      met = 0.5 * (near + far);
    }
  }
  return f < 0 ? 1 / Math.max(1 / FARTHEST, Math.min(last, f + s)) : FARTHEST;
}

/**
 * `nearnessAt(vec3 direction, vec2 jitter, bool isSharp)` and `mostNearness` are to be there already. Between its texels a
 * smooth picture has slopes at the edges of things, which are no surfaces: the ray looks for sharp ones.
 */
export const SURFACE_ALONG = /* glsl */ `
float behind(vec3 eye, vec3 ray, float s, vec2 jitter, bool isSharp) {
  vec3 at = eye * s + ray;
  return nearnessAt(at, jitter, isSharp) * length(at) - s;
}

float surfaceAlong(vec3 eye, vec3 ray, float until, vec2 jitter) {
  float aside = length(eye);
  if (aside < ${IN_THE_MIDDLE}) return 1.0 / max(${1 / FARTHEST}, nearnessAt(ray, jitter, false));
  float last = 1.0 / until;
  float first = max(last, 1.01 * mostNearness / (1.0 - min(${MOST_ASIDE}, mostNearness * aside)));
  float steps = clamp(ceil(length(cross(eye, ray)) * (first - last) / ${STRIDE}), 1.0, ${MOST_STEPS}.0);
  float stride = (first - last) / steps;
  vec2 at = vec2(first, behind(eye, ray, first, jitter, true));
  for (float i = 0.0; i < steps; i++) {
    vec2 before = at;
    at.x -= stride;
    at.y = behind(eye, ray, at.x, jitter, true);
    if (before.y >= 0.0 || at.y < 0.0) continue;
    float near = before.x;
    float far = at.x;
    float met = before.x + (at.x - before.x) * before.y / (before.y - at.y);
    for (int halving = 0; halving <= ${HALVINGS}; halving++) {
      float off = behind(eye, ray, met, jitter, true);
      if (abs(off) <= ${MET} * met) {
        float smoothly = behind(eye, ray, met, jitter, false);
        return 1.0 / (met + (abs(smoothly) <= ${MET} * met ? smoothly : off));
      }
      if (off < 0.0) near = met;
      else far = met;
      met = 0.5 * (near + far);
    }
  }
  return at.y < 0.0 ? 1.0 / max(${1 / FARTHEST}, min(last, at.y + at.x)) : ${FARTHEST}.0;
}
`;
