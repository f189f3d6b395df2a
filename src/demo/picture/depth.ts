/**
 * How far away everything is from the eye: an equirectangular picture in whole millimetres, 0 where nothing is met within
 * 65.535 m. The middle column looks along −Z, yaw grows to the right; every pixel is asked at its very middle, and nothing
 * is averaged over edges.
 */
import type { Vec3 } from '#demo/cave/cave.ts';
import { createExactTracer } from '#demo/form/exact.ts';
import { BLOCK } from '#demo/picture/canvasTile.ts';
import type { Outlines } from '#demo/picture/outlines.ts';
import { keepStatueMeshes, SKY, type Sight } from '#demo/picture/sampler.ts';
import { facePoint } from '#streaming/pyramid/cube.ts';

const MILLIMETRE = 1e-3;
const FARTHEST = 65_535;
/** How far the middle of a block may lie off for its pixels to be interpolated, metres. */
const TOLERANCE = 5e-4;
/** Cells along a face's side of the coarse net in which edges are looked up; wider than half a block. */
const CELLS = 128;

/** The unit direction through the middle of pixel (x, y) of an equirectangular picture. */
export function equirectDirection(x: number, y: number, width: number, height: number): Vec3 {
  const yaw = ((x + 0.5) / width - 0.5) * 2 * Math.PI;
  const pitch = (0.5 - (y + 0.5) / height) * Math.PI;
  const across = Math.cos(pitch);
  return [Math.sin(yaw) * across, Math.sin(pitch), -Math.cos(yaw) * across];
}

export interface DepthBand {
  /** Size of the whole picture and rows of the band; `top` is a multiple of BLOCK. */
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly rows: number;
}

/** `outlines` of the six faces of a cube at least 1024 pixels wide. Returns width × rows millimetres. */
export function measureDepth(sight: Sight, band: DepthBand, outlines: readonly Outlines[]): Uint16Array {
  const { width, height, top, rows } = band;
  const out = new Uint16Array(width * rows);
  const seen = createProbe(sight, width, height);
  const isUneven = createUnevenness(outlines);
  for (let y0 = 0; y0 < rows; y0 += BLOCK)
    for (let x0 = 0; x0 < width; x0 += BLOCK) {
      const right = Math.min(x0 + BLOCK, width);
      const bottom = Math.min(y0 + BLOCK, rows);
      if (isSmooth(x0, top + y0)) interpolate(x0, y0, right, bottom);
      else
        for (let y = y0; y < bottom; y++)
          for (let x = x0; x < right; x++) out[y * width + x] = toMillimetres(seen.measure(x, top + y));
    }
  return out;

  function isSmooth(x: number, y: number): boolean {
    for (let j = 0; j <= 2; j++)
      for (let i = 0; i <= 2; i++)
        if (isUneven(equirectDirection(x + (i * BLOCK) / 2, y + (j * BLOCK) / 2, width, height))) return false;
    return true;
  }

  /** 1 ÷ distance bilinear between the corner pixels of this block and the next, if the middle agrees. */
  function interpolate(x0: number, y0: number, right: number, bottom: number): void {
    const a = 1 / seen.measure(x0, top + y0);
    const part = seen.part();
    const b = 1 / seen.measure(x0 + BLOCK, top + y0);
    const partB = seen.part();
    const c = 1 / seen.measure(x0, top + y0 + BLOCK);
    const partC = seen.part();
    const d = 1 / seen.measure(x0 + BLOCK, top + y0 + BLOCK);
    const partD = seen.part();
    const middle = seen.measure(x0 + BLOCK / 2, top + y0 + BLOCK / 2);
    const parts = part === partB && part === partC && part === partD && part === seen.part();
    const agrees = parts && (part === SKY || Math.abs(4 / (a + b + c + d) - middle) < TOLERANCE);
    for (let y = y0; y < bottom; y++)
      for (let x = x0; x < right; x++) {
        const fx = (x - x0) / BLOCK;
        const fy = (y - y0) / BLOCK;
        const distance = agrees
          ? 1 / ((a * (1 - fx) + b * fx) * (1 - fy) + (c * (1 - fx) + d * fx) * fy)
          : seen.measure(x, top + y);
        out[y * width + x] = toMillimetres(distance);
      }
  }
}

function createProbe(sight: Sight, width: number, height: number) {
  const tracer = createExactTracer(keepStatueMeshes(sight.cave), sight.scene);
  const [ox, oy, oz] = sight.cave.eye;
  let part = SKY;
  return {
    /** Metres; Infinity where nothing is met. */
    measure(x: number, y: number): number {
      const [dx, dy, dz] = equirectDirection(x, y, width, height);
      if (!tracer.trace(ox, oy, oz, dx, dy, dz)) {
        part = SKY;
        return Infinity;
      }
      part = sight.scene.partOfTriangle[tracer.triangle]!;
      return tracer.distance;
    },
    /** Of the last pixel. */
    part: () => part,
  };
}

/** True for directions near which an edge may lie. */
function createUnevenness(outlines: readonly Outlines[]): (direction: Vec3) => boolean {
  const nets = outlines.map(coarsen);
  return (direction) => {
    const { face, u, v } = facePoint(direction);
    return (
      nets[face]![Math.min(CELLS - 1, Math.floor(v * CELLS)) * CELLS + Math.min(CELLS - 1, Math.floor(u * CELLS))] === 1
    );
  };
}

/** Cells that hold a mark, or whose neighbours do. */
function coarsen({ columns, rows, marks }: Outlines): Uint8Array {
  const cells = new Uint8Array(CELLS * CELLS);
  const scale = CELLS / (columns - 2);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (marks[row * columns + column] === 0) continue;
      const left = Math.max(0, Math.floor((column - 1) * scale) - 1);
      const right = Math.min(CELLS - 1, Math.floor(column * scale) + 1);
      const bottom = Math.min(CELLS - 1, Math.floor(row * scale) + 1);
      for (let y = Math.max(0, Math.floor((row - 1) * scale) - 1); y <= bottom; y++)
        cells.fill(1, y * CELLS + left, y * CELLS + right + 1);
    }
  return cells;
}

function toMillimetres(distance: number): number {
  const millimetres = Math.round(distance / MILLIMETRE);
  return millimetres <= FARTHEST ? millimetres : 0;
}
