/**
 * Poplars and tamarisks along the river, late in autumn, and a few small things people put there. Drawn with a brush in
 * degrees: x azimuth, y down from the horizon.
 */
import type { SKRSContext2D } from '@napi-rs/canvas';
import { createRandom, type Random } from '#demo/noise/random.ts';
import { parseColour } from '#demo/paint/pigments.ts';
import { EYE_ABOVE_VALLEY, riverAt } from '#demo/site/vista/valley.ts';

interface Plant {
  readonly kind: 'poplar' | 'tamarisk';
  readonly azimuth: number;
  /** Pitch of its foot, degrees, and degrees to the metre there. */
  readonly foot: number;
  readonly scale: number;
  readonly distance: number;
  readonly height: number;
  readonly seed: number;
}

const DEGREES = 180 / Math.PI;

/** All plants, the farthest first. */
const plants: readonly Plant[] = growPlants();

function growPlants(): Plant[] {
  const random = createRandom(2031);
  const grown: Plant[] = [];
  const plant = (kind: Plant['kind'], north: number, east: number, height: number): void => {
    const distance = Math.hypot(north, east);
    grown.push({
      kind,
      azimuth: 180 - Math.atan2(north, east) * DEGREES,
      foot: -Math.atan(EYE_ABOVE_VALLEY / distance) * DEGREES,
      scale: DEGREES / distance,
      distance,
      height,
      seed: Math.floor(random() * 1e9),
    });
  };
  for (let north = -420; north < 420; north += random.between(2.5, 9)) {
    const gap = Math.sin(north / 41 + 1.1) + 0.6 * Math.sin(north / 17);
    if (gap < -0.55) continue;
    plant('poplar', north, riverAt(north) + 27 + random.between(-4, 6), random.between(11, 18));
  }
  for (let north = -260; north < 260; north += random.between(16, 42)) {
    if (Math.abs(north + 6) < 20) continue;
    plant('poplar', north, riverAt(north) - 31 + random.between(-8, 4), random.between(9, 15));
  }
  for (let i = 0; i < 260; i++) {
    const north = random.between(-420, 420);
    const side = random() < 0.5 ? -1 : 1;
    plant('tamarisk', north, riverAt(north) + side * random.between(20, 60), random.between(1, 2.6));
  }
  for (let i = 0; i < 90; i++)
    plant('poplar', random.between(-900, 900), random.between(520, 1100), random.between(9, 15));
  return grown.sort((a, b) => b.distance - a.distance);
}

const POPLAR_TONES = [
  ['#453a33', '#6b5136', '#94703d', '#b98c45', '#d3ab5c'],
  ['#44372f', '#704a30', '#9c6535', '#c0803d', '#d79f55'],
  ['#3d3c33', '#5c5639', '#807643', '#a3924e', '#bfae66'],
] as const;
const TAMARISK_TONES = ['#40333a', '#63434a', '#875a55', '#9d7368', '#b08a78'] as const;

/** Draws what stands between two azimuths. */
export function drawPlants(
  context: SKRSContext2D,
  from: number,
  to: number,
  density: number,
  isDrawing: boolean,
): void {
  for (const plant of plants) {
    const reach = plant.height * plant.scale * (plant.kind === 'poplar' ? 0.3 : 0.9) + 0.1;
    if (plant.azimuth + reach < from || plant.azimuth - reach > to) continue;
    context.save();
    context.translate(plant.azimuth, -plant.foot);
    context.scale(plant.scale, plant.scale);
    if (plant.kind === 'poplar') drawPoplar(context, plant, density, isDrawing);
    else drawTamarisk(context, plant, density, isDrawing);
    context.restore();
  }
}

function drawPoplar(context: SKRSContext2D, plant: Plant, density: number, isDrawing: boolean): void {
  const random = createRandom(plant.seed);
  const { height } = plant;
  const lean = random.between(-0.04, 0.04) * height;
  const half = height * random.between(0.09, 0.15);
  const spot = 1 / (plant.scale * density);
  const tones = inAir(isDrawing ? INK_TONES : random.pick(POPLAR_TONES), plant.distance, isDrawing);
  const boughs = growBoughs(random, height, half, lean);
  context.strokeStyle = tones[0]!;
  context.lineWidth = Math.max(0.26, spot * 0.7);
  line(context, [0, 0], [lean * 0.4, -height * 0.4]);
  context.lineWidth = Math.max(0.12, spot * 0.5);
  line(context, [lean * 0.4, -height * 0.4], [lean, -height * 0.97]);
  for (const bough of boughs) {
    context.lineWidth = Math.max(0.05, spot * 0.35);
    line(context, [lean * bough.from, -height * bough.from], [bough.x, bough.y]);
  }
  const seen = Math.min(1, (0.02 * height) / spot / 1.4);
  const leaves = Math.max(2, Math.round(Math.min(64, 9 + 6400 / plant.distance) * seen * seen));
  const size = Math.max(0.13, spot * 0.75);
  for (const bough of boughs) {
    for (let i = 0; i < leaves; i++) {
      const across = random.normal();
      const up = random.normal();
      const light = 0.5 + 0.22 * up - 0.16 * across + 0.2 * (bough.depth - 0.5) + random.between(-0.25, 0.25);
      const x = bough.x + across * bough.size * 0.95;
      const y = bough.y - up * bough.size * 1.5;
      leafDab(context, x, y, size * random.between(0.7, 1.5), toneOf(tones, light), random);
    }
  }
}

interface Bough {
  readonly from: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly depth: number;
}

/** Boughs rise steeply, as in all fastigiate poplars; some have lost their leaves already. The nearest come last. */
function growBoughs(random: Random, height: number, half: number, lean: number): Bough[] {
  const boughs = Array.from({ length: 42 }, (): Bough => {
    const up = 0.13 + 0.85 * random() ** 0.9;
    const belly = Math.min(1, (up - 0.04) / 0.22) * (1 - ((up - 0.3) / 0.72) ** 2 * (up > 0.3 ? 0.9 : 0));
    const side = random.normal() * 0.72;
    return {
      from: Math.max(0.06, up - 0.17),
      x: lean * up + side * half * belly,
      y: -height * up,
      size: height * random.between(0.02, 0.045) * (0.5 + 0.6 * belly),
      depth: random(),
    };
  });
  return boughs.sort((a, b) => a.depth - b.depth);
}

const AIR = [140, 146, 172] as const;

/** Tones as they are seen through the evening air. */
function inAir(tones: readonly string[], distance: number, isDrawing: boolean): readonly string[] {
  const haze = isDrawing ? 0 : Math.min(0.85, 0.1 + 0.9 * (1 - Math.exp(-distance / 800)));
  return tones.map((tone) => {
    const mixed = parseColour(tone).map((value, c) => Math.round(value * 0.86 * (1 - haze) + AIR[c]! * haze));
    return `rgb(${mixed.join(',')})`;
  });
}

const INK_TONES = ['#2e241e', '#5b4f45', '#8b7f71', '#b5a995', '#d5cab4'] as const;

function toneOf(tones: readonly string[], light: number): string {
  return tones[Math.max(0, Math.min(tones.length - 1, Math.floor(light * tones.length)))]!;
}

function leafDab(context: SKRSContext2D, x: number, y: number, size: number, tone: string, random: Random): void {
  context.fillStyle = tone;
  context.globalAlpha = 0.86;
  context.beginPath();
  context.ellipse(x, y, size * 0.75, size * 0.45, random.between(-1.2, 1.2), 0, Math.PI * 2);
  context.fill();
  context.globalAlpha = 1;
}

function drawTamarisk(context: SKRSContext2D, plant: Plant, density: number, isDrawing: boolean): void {
  const random = createRandom(plant.seed);
  const tones = inAir(isDrawing ? INK_TONES : TAMARISK_TONES, plant.distance, isDrawing);
  const spot = 1 / (plant.scale * density);
  const { height } = plant;
  const seen = Math.min(1, height / spot / 9);
  const dabs = Math.max(4, Math.round(Math.min(260, 30 + 22000 / plant.distance) * seen * seen));
  for (let i = 0; i < dabs; i++) {
    const across = random.normal() * 0.62;
    const up = random() ** 0.8 * Math.sqrt(Math.max(0, 1 - across * across * 0.75));
    const light = 0.15 + 0.62 * up + random.between(-0.22, 0.22);
    const size = Math.max(0.1, spot * 0.6) * random.between(0.7, 1.6);
    leafDab(context, across * height * 0.95, -up * height, size, toneOf(tones, light), random);
  }
}

function line(context: SKRSContext2D, from: readonly [number, number], to: readonly [number, number]): void {
  context.beginPath();
  context.moveTo(from[0], from[1]);
  context.lineTo(to[0], to[1]);
  context.stroke();
}
