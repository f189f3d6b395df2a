/**
 * The head of the reclining figure in its own frame: y towards the crown, z the way the face looks, x to the figure's
 * left. One unit is about the height of the face: chin at y = −0.5, hairline at 0.42. The broad face, the long lids and
 * the brows that run into the nose follow the type of the Tang; nothing is copied from a particular image.
 */
import { ellipsoid, roundCone, smoothMax, smoothMin, sphere } from '#demo/form/fields.ts';
import { smoothStep } from '#demo/noise/noise.ts';

/** Where the lashes of an almost closed eye lie, for x ≥ 0: a long line that sinks from the nose and rises outward. */
export function lashLine(x: number): number {
  const t = (x - 0.186) / 0.124;
  return -0.045 + 0.02 * t * t + 0.012 * t;
}

/** The brow: a high arc from the root of the nose out to the temple. */
export function browLine(x: number): number {
  const t = (x - 0.215) / 0.2;
  return 0.168 - 0.075 * t * t - (t < 0 ? 0.02 * t * t : 0);
}

/** The crease above the upper lid. */
export function creaseLine(x: number): number {
  const t = (x - 0.186) / 0.145;
  return 0.05 - 0.062 * t * t + 0.01 * t;
}

/** Where the lips meet; its ends turn up a little. */
export function lipLine(x: number): number {
  const t = x / 0.115;
  const middle = x / 0.035;
  return -0.27 + 0.014 * t * t - 0.006 * Math.exp(-middle * middle);
}

/** Upper edge of the upper lip: Cupid's bow. */
export function upperLip(x: number): number {
  const t = Math.min(1, x / 0.118);
  const bow = x / 0.024;
  return lipLine(x) + 0.05 * Math.pow(1 - t * t, 0.75) * (1 - 0.24 * Math.exp(-bow * bow));
}

/** Lower edge of the lower lip. */
export function lowerLip(x: number): number {
  const t = Math.min(1, x / 0.1);
  return lipLine(x) - 0.062 * Math.pow(1 - t * t, 0.6);
}

/** Distance in units of the head; right near the surface. Hair and neck are fields of their own. */
export function headDistance(x: number, y: number, z: number): number {
  const side = Math.abs(x);
  let d = ellipsoid(x, y, z, 0, 0.09, -0.06, 0.435, 0.5, 0.47);
  d = smoothMin(d, ellipsoid(x, y, z, 0, -0.17, 0.05, 0.4, 0.36, 0.36), 0.18);
  d = smoothMin(d, sphere(x, y, z, 0, -0.43, 0.235, 0.09), 0.15);
  d = smoothMin(d, ellipsoid(side, y, z, 0.205, -0.13, 0.235, 0.15, 0.15, 0.13), 0.12);
  if (z > 0.05) d -= faceRelief(side, y) * smoothStep(0.08, 0.24, z);
  return addEar(addNose(d, side, y, z), side, y, z);
}

/** How far the front of the face stands out over the bare egg, in units; x ≥ 0. */
function faceRelief(x: number, y: number): number {
  let relief = 0;
  // The hollow between brow and cheek.
  relief -= 0.04 * bell(x, y, 0.18, 0.06, 0.14, 0.075);
  // The brow: soft above, keen below.
  const overBrow = y - browLine(x);
  const browEnds = smoothStep(0.43, 0.32, x);
  relief += 0.017 * Math.exp(-Math.pow(overBrow / (overBrow > 0 ? 0.075 : 0.026), 2)) * browEnds;
  relief += lidRelief(x, y) + mouthRelief(x, y);
  // Chin, the dip under the lip, the smile fold's faintest trace, the urna.
  relief += 0.018 * bell(x, y, 0, -0.435, 0.1, 0.055) - 0.016 * bell(x, y, 0, -0.362, 0.09, 0.026);
  relief += 0.014 * bell(x, y, 0, 0.262, 0.026, 0.026);
  return relief;
}

function lidRelief(x: number, y: number): number {
  const along = (x - 0.186) / 0.148;
  const within = 1 - along * along;
  if (within <= 0) return 0;
  const lash = lashLine(x);
  const crease = creaseLine(x);
  // The eyeball under the lid, fullest a little above the lashes.
  const ball = 1 - along * along - Math.pow((y - 0.0) / 0.088, 2);
  let relief = ball > 0 ? 0.036 * ball * (1.4 - 0.4 * ball) * smoothStep(0.37, 0.2, x) : 0;
  const ends = smoothStep(0, 0.3, within);
  // The lid's edge overhangs the lower lid; the opening is a thin dark line.
  relief += 0.009 * smoothStep(lash - 0.006, lash + 0.006, y) * smoothStep(crease + 0.02, crease - 0.03, y) * ends;
  relief -= 0.013 * Math.exp(-Math.pow((y - lash + 0.004) / 0.008, 2)) * ends;
  relief -= 0.01 * Math.exp(-Math.pow((y - crease) / 0.009, 2)) * ends;
  return relief;
}

function mouthRelief(x: number, y: number): number {
  let relief = 0.022 * bell(x, y, 0, -0.262, 0.17, 0.11);
  relief -= 0.016 * bell(x, y, 0.137, -0.26, 0.032, 0.034);
  relief -= 0.011 * bell(x, y, 0, -0.198, 0.022, 0.03);
  const middle = lipLine(x);
  const across = x / 0.118;
  if (across < 1) {
    const fullness = Math.pow(1 - across * across, 0.5);
    const q = y > middle ? (y - middle) / (upperLip(x) - middle + 1e-4) : (middle - y) / (middle - lowerLip(x) + 1e-4);
    if (q < 1)
      relief +=
        (y > middle ? 0.022 : 0.029) * fullness * Math.pow(Math.max(0, 1 - Math.pow(2 * q - 0.9, 2)), 0.8) * 0.9;
    relief -= 0.012 * Math.exp(-Math.pow((y - middle) / 0.009, 2)) * smoothStep(1, 0.8, across);
  }
  return relief;
}

function addNose(d: number, side: number, y: number, z: number): number {
  let nose = roundCone(side, y, z, 0, 0.16, 0.372, 0, -0.105, 0.482, 0.023, 0.036);
  nose = smoothMin(nose, ellipsoid(side, y, z, 0, -0.112, 0.474, 0.041, 0.036, 0.044), 0.03);
  let joined = smoothMin(d, nose, 0.06);
  joined = smoothMin(joined, ellipsoid(side, y, z, 0.05, -0.118, 0.43, 0.033, 0.03, 0.042), 0.026);
  return smoothMax(joined, -ellipsoid(side, y, z, 0.031, -0.151, 0.458, 0.016, 0.014, 0.022), 0.014);
}

function addEar(d: number, side: number, y: number, z: number): number {
  if (side < 0.3) return d;
  const out = side - 0.09 * smoothStep(0.05, -0.14, z);
  let ear = ellipsoid(out, y, z, 0.425, 0.03, -0.06, 0.042, 0.165, 0.115);
  ear = smoothMin(ear, ellipsoid(out, y, z, 0.425, -0.23, -0.01, 0.036, 0.2, 0.06), 0.05);
  ear = smoothMax(ear, -ellipsoid(out, y, z, 0.475, 0.045, -0.055, 0.036, 0.115, 0.07), 0.02);
  ear = smoothMin(ear, ellipsoid(out, y, z, 0.438, 0.02, -0.085, 0.022, 0.085, 0.024), 0.02);
  ear = smoothMin(ear, ellipsoid(out, y, z, 0.44, -0.045, 0.012, 0.022, 0.035, 0.018), 0.02);
  ear = smoothMax(ear, -ellipsoid(out, y, z, 0.455, -0.285, 0, 0.06, 0.07, 0.014), 0.014);
  return smoothMin(d, ear, 0.03);
}

/** 1 in the middle, falling off over `width` and `height`. */
function bell(x: number, y: number, cx: number, cy: number, width: number, height: number): number {
  const u = (x - cx) / width;
  const v = (y - cy) / height;
  return Math.exp(-u * u - v * v);
}

/** The hair: a cap with a low crown, set with rows of snail curls. Same frame and units. */
export function hairDistance(x: number, y: number, z: number): number {
  const cap = ellipsoid(x, y, z, 0, 0.14, -0.09, 0.476, 0.488, 0.5);
  const hairline =
    0.375 -
    0.42 * Math.abs(x) * Math.abs(x) -
    0.85 * smoothStep(0.2, -0.5, z) -
    0.1 * smoothStep(0.3, 0.44, Math.abs(x));
  let d = smoothMax(cap, hairline - y, 0.025);
  d = smoothMin(d, ellipsoid(x, y, z, 0, 0.6, -0.1, 0.235, 0.16, 0.235), 0.09);
  if (d > 0.1) return d;
  return d - 0.034 * curlHeight(x, y, z);
}

/** 0 between the curls, 1 on top of one; the winding is a faint groove. */
export function curlHeight(x: number, y: number, z: number): number {
  const px = x;
  const py = y - 0.1;
  const pz = z + 0.09;
  const radius = Math.sqrt(px * px + py * py + pz * pz) || 1;
  const row = Math.acos(Math.max(-1, Math.min(1, py / radius))) * 9.5;
  const ring = Math.round(row);
  const around = Math.max(1, Math.round(59 * Math.sin(Math.min(Math.PI / 2, ring / 9.5))));
  const place = (Math.atan2(px, pz) / (2 * Math.PI)) * around + (ring & 1) * 0.5;
  const u = place - Math.round(place);
  const v = row - ring;
  const r2 = (u * u + v * v) * 4;
  if (r2 >= 1) return 0;
  const winding = 0.5 + 0.5 * Math.sin(Math.atan2(v, u) + Math.sqrt(r2) * 9);
  return Math.sqrt(1 - r2) * (0.82 + 0.18 * winding);
}
