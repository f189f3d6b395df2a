/** A stele, an incense burner on its stone, the clay cores of figures that were lost. */
import type { Solid, SolidColour } from '#demo/cave/cave.ts';
import type { Layer } from '#demo/cave/layer.ts';
import { ellipsoid, roundBox, roundCone, smoothMax, smoothMin, sphere, torus } from '#demo/form/fields.ts';
import { createNoise3, smoothStep } from '#demo/noise/noise.ts';

const noise = createNoise3(721);

function stone(
  x: number,
  y: number,
  z: number,
  tint: readonly [number, number, number],
  isDrawing: boolean,
  out: SolidColour,
) {
  const tone = 0.76 + 0.3 * noise(x * 9, y * 9, z * 9) + 0.26 * (noise(x * 60, y * 60, z * 60) - 0.5);
  out.shine = 0;
  out.r = isDrawing ? 236 : tint[0] * tone;
  out.g = isDrawing ? 226 : tint[1] * tone;
  out.b = isDrawing ? 205 : tint[2] * tone;
}

/** Pseudo-marks in columns: which strokes a cell of the inscription has. */
function markDepth(x: number, y: number): number {
  const column = Math.floor((x + 0.22) / 0.055);
  const row = Math.floor(y / 0.05);
  const u = (x + 0.22) / 0.055 - column - 0.5;
  const v = y / 0.05 - row - 0.5;
  if (Math.abs(x) > 0.215 || y < 0.36 || y > 0.84) return 0;
  let depth = 0;
  for (let stroke = 0; stroke < 4; stroke++) {
    const key = noise(column * 3.3 + stroke * 1.7, row * 2.9, stroke * 5.1);
    const at = (noise(column * 1.9, row * 4.3 + stroke * 2.3, 8) - 0.5) * 0.7;
    const across = key > 0.5 ? Math.abs(u - at) : Math.abs(v - at);
    const along = key > 0.5 ? Math.abs(v) : Math.abs(u);
    if (along < 0.34) depth = Math.max(depth, smoothStep(0.11, 0.06, across));
  }
  return depth;
}

export const STELE_SOLID: Solid = {
  id: 'stele',
  low: [-0.5, -0.1, -0.35],
  high: [0.5, 1.5, 0.35],
  cell: 0.012,
  distance(x, y, z) {
    const chips = 0.02 * (noise(x * 7, y * 7, z * 7) - 0.5);
    const base = roundBox(x, y, z, 0, 0.1, 0, 0.42, 0.16, 0.26, 0.03);
    let body = roundBox(x, y, z, 0, 0.72, 0, 0.3, 0.56, 0.085, 0.02);
    const crown = Math.max(Math.hypot(x, (y - 1.08) * 1.02) - 0.3, Math.abs(z) - 0.085);
    body = smoothMin(body, crown, 0.02);
    const hollow = Math.max(ellipsoid(x, y, z, 0, 1.08, 0.085, 0.15, 0.19, 0.06), 0.03 - z);
    body = smoothMax(body, -hollow, 0.012);
    const figure = Math.min(
      sphere(x, y, z, 0, 1.17, 0.055, 0.038),
      ellipsoid(x, y, z, 0, 1.07, 0.05, 0.07, 0.08, 0.04),
      ellipsoid(x, y, z, 0, 0.99, 0.055, 0.105, 0.04, 0.045),
    );
    return smoothMin(Math.min(base, smoothMin(body, figure, 0.015)), 9, 0.001) + chips;
  },
  colour(x, y, z, layer, _variant, out) {
    stone(x, y, z, [150, 146, 138], layer === 'line-drawing', out);
    const cut = z > 0.06 ? markDepth(x, y) : 0;
    const keep = 1 - cut * (layer === 'line-drawing' ? 0.6 : 0.45);
    out.r *= keep;
    out.g *= keep;
    out.b *= keep;
  },
};

export const BURNER_SOLID: Solid = {
  id: 'incense-burner',
  low: [-0.48, -0.1, -0.48],
  high: [0.48, 1.35, 0.48],
  cell: 0.011,
  distance(x, y, z) {
    let plinth = Math.min(
      roundBox(x, y, z, 0, 0.06, 0, 0.36, 0.09, 0.36, 0.02),
      roundBox(x, y, z, 0, 0.3, 0, 0.24, 0.2, 0.24, 0.03),
    );
    plinth = Math.min(plinth, roundBox(x, y, z, 0, 0.54, 0, 0.33, 0.05, 0.33, 0.02));
    plinth += 0.014 * (noise(x * 8, y * 8, z * 8) - 0.5);
    const side = Math.sqrt(x * x + z * z);
    let bowl = Math.max(ellipsoid(x, y, z, 0, 0.88, 0, 0.25, 0.2, 0.25), y - 0.93);
    bowl = Math.max(bowl, -ellipsoid(x, y, z, 0, 0.95, 0, 0.215, 0.16, 0.215));
    bowl = smoothMin(bowl, torus(x, y - 0.93, z, 0.245, 0.02), 0.02);
    bowl = Math.min(bowl, Math.max(Math.abs(y - 0.87) - 0.02, side - 0.2));
    for (let i = 0; i < 3; i++) {
      const turn = (i * 2 * Math.PI) / 3 + Math.PI / 2;
      const c = Math.cos(turn);
      const s = Math.sin(turn);
      bowl = smoothMin(bowl, roundCone(x, y, z, c * 0.16, 0.76, s * 0.16, c * 0.21, 0.6, s * 0.21, 0.045, 0.028), 0.03);
    }
    const ear = Math.hypot(Math.hypot(Math.abs(x) - 0.27, y - 1.03) - 0.07, z) - 0.016;
    return Math.min(plinth, smoothMin(bowl, ear, 0.015));
  },
  colour(x, y, z, layer, _variant, out) {
    if (y < 0.592) {
      stone(x, y, z, [154, 146, 132], layer === 'line-drawing', out);
      return;
    }
    if (layer === 'line-drawing') {
      out.r = 172;
      out.g = 162;
      out.b = 144;
      out.shine = 0;
      return;
    }
    const green = smoothStep(0.42, 0.7, noise(x * 14, y * 9, z * 14)) * (layer === 'restored' ? 0.2 : 0.8);
    out.r = 92 + (88 - 92) * green;
    out.g = 70 + (112 - 70) * green;
    out.b = 46 + (94 - 46) * green;
    out.shine = 0.5 * (1 - green);
    if (y > 0.868 && Math.sqrt(x * x + z * z) < 0.2) {
      out.r = out.g = 148;
      out.b = 142;
      out.shine = 0;
    }
  },
};

/** What rain and wind left of a seated clay figure: a lump with knees, a broken neck, a stick of its frame. */
export const REMNANT_SOLID: Solid = {
  id: 'figure-remnant',
  low: [-0.42, -0.1, -0.35],
  high: [0.42, 0.95, 0.35],
  cell: 0.012,
  distance(x, y, z) {
    const loss = 0.05 * (noise(x * 5, y * 5, z * 5) - 0.5) + 0.022 * (noise(x * 17, y * 17, z * 17) - 0.5);
    let figure = roundBox(x, y, z, 0, 0.04, 0, 0.3, 0.07, 0.2, 0.03);
    figure = smoothMin(figure, ellipsoid(x, y, z, 0, 0.19, 0.04, 0.3, 0.1, 0.17), 0.06);
    figure = smoothMin(figure, ellipsoid(x, y, z, 0, 0.42, -0.03, 0.16, 0.24, 0.12), 0.07);
    figure = smoothMin(figure, roundCone(x, y, z, -0.13, 0.56, -0.02, -0.2, 0.36, 0.05, 0.06, 0.045), 0.05);
    const stick = roundCone(x, y, z, 0.01, 0.5, -0.04, 0.03, 0.84, -0.06, 0.016, 0.012);
    return Math.min(figure + loss, stick);
  },
  colour(x, y, z, layer, _variant, out) {
    if (y > 0.68) {
      out.r = 96;
      out.g = 82;
      out.b = 68;
      out.shine = 0;
      if (layer === 'line-drawing') out.r = out.g = out.b = 150;
      return;
    }
    const painted = smoothStep(0.52, 0.62, noise(x * 6 + 3, y * 6, z * 6));
    stone(x, y, z, painted > 0.5 ? [150, 92, 74] : [176, 146, 112], layer === 'line-drawing', out);
  },
};

const LANTERN_WOOD: Readonly<Record<Layer, readonly [r: number, g: number, b: number]>> = {
  'as-found': [98, 74, 54],
  restored: [150, 62, 42],
  'line-drawing': [140, 128, 110],
};

/** An open lantern of wood: four posts, a floor, a small roof; hung by its top at y = 0, so it reaches down to −0.4. */
export const LANTERN_SOLID: Solid = {
  id: 'lantern',
  low: [-0.2, -0.46, -0.2],
  high: [0.2, 0.08, 0.2],
  cell: 0.006,
  distance(x, y, z) {
    const ax = Math.abs(x);
    const az = Math.abs(z);
    let frame = roundBox(ax, y, az, 0.095, -0.26, 0.095, 0.011, 0.14, 0.011, 0.003);
    frame = Math.min(frame, roundBox(x, y, z, 0, -0.4, 0, 0.125, 0.016, 0.125, 0.006));
    for (const level of [-0.14, -0.36])
      frame = Math.min(
        frame,
        Math.max(
          roundBox(x, y, z, 0, level, 0, 0.108, 0.01, 0.108, 0.003),
          -roundBox(x, y, z, 0, level, 0, 0.088, 0.05, 0.088, 0.002),
        ),
      );
    const side = Math.max(ax, az);
    const roof = Math.max((side + y * 1.9 - 0.02 - 0.055) * 0.46, -0.12 - y, side - 0.165);
    frame = Math.min(frame, roof, torus(x, z, y - 0.03, 0.022, 0.006));
    return Math.min(frame, ellipsoid(x, y, z, 0, -0.37, 0, 0.036, 0.022, 0.036));
  },
  colour(x, y, z, layer, _variant, out) {
    const tone = 0.8 + 0.4 * noise(x * 40, y * 12, z * 40);
    out.shine = 0;
    const [r, g, b] = LANTERN_WOOD[layer];
    out.r = r * tone;
    out.g = g * tone;
    out.b = b * tone;
  },
};
