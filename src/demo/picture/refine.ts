/** Which traced pixels show more than one thing and want more samples. */
import { BLOCK, TRACED, type CanvasTile } from '#demo/picture/canvasTile.ts';
import type { Camera } from '#demo/picture/camera.ts';
import { SKY, type Sight } from '#demo/picture/sampler.ts';

/** Cosine between normals of neighbouring pixels. */
const LEAST_COSINE = 0.86;
/** Step in depth against what the neighbour's plane foretells, in parts of the depth. */
const MOST_STEP = 0.005;
/** Difference of brightness against their sum, where colour is no filtered texture: on solids and in the sky. */
const MOST_CONTRAST = 0.1;
const DARK = 0.01;

/** Pixels of the tile (index with the ring) to be drawn again with several samples. */
export interface Uneven {
  /** Where one thing ends and another begins. */
  readonly edges: number[];
  /** Where only the colour of a solid or of the sky changes; fewer samples are enough. */
  readonly grain: number[];
}

export function findUneven(tile: CanvasTile, sight: Sight, camera: Camera, exposures: readonly number[]): Uneven {
  const uneven: Uneven = { edges: [], grain: [] };
  const { rect, width, states } = tile;
  const comparer = createComparer(tile, sight, camera, exposures);
  for (let y = 0; y < rect.height; y++)
    for (let x = 0; x < rect.width; x++) {
      const pixel = (y + BLOCK) * width + x + BLOCK;
      if (states[pixel] !== TRACED) continue;
      const { part, nd, nRight, nDown } = comparer.look(pixel, rect.x + x, rect.y + y);
      if (
        comparer.differs(pixel, pixel + 1, part, nd, nRight) ||
        comparer.differs(pixel, pixel - 1, part, nd, -nRight) ||
        comparer.differs(pixel, pixel + width, part, nd, nDown) ||
        comparer.differs(pixel, pixel - width, part, nd, -nDown)
      )
        uneven.edges.push(pixel);
      else if (
        comparer.contrasts(pixel, pixel + 1, part) ||
        comparer.contrasts(pixel, pixel - 1, part) ||
        comparer.contrasts(pixel, pixel + width, part) ||
        comparer.contrasts(pixel, pixel - width, part)
      )
        uneven.grain.push(pixel);
    }
  return uneven;
}

function createComparer(tile: CanvasTile, sight: Sight, camera: Camera, exposures: readonly number[]) {
  const { parts, depths, normals, states, radiance } = tile;
  const { corner, right, down } = camera;
  const pixelSize = Math.hypot(...right);
  const isFlat = sight.scene.parts.map(({ kind }) => kind === 'painted');
  const seen = { part: SKY, nd: 0, nRight: 0, nDown: 0 };

  /** The pixel's part, and its normal against its ray and against the steps to the next rays. */
  function look(pixel: number, x: number, y: number): typeof seen {
    seen.part = parts[pixel]!;
    const nx = normals[pixel * 3]!;
    const ny = normals[pixel * 3 + 1]!;
    const nz = normals[pixel * 3 + 2]!;
    seen.nRight = nx * right[0] + ny * right[1] + nz * right[2];
    seen.nDown = nx * down[0] + ny * down[1] + nz * down[2];
    const atCorner = nx * corner[0] + ny * corner[1] + nz * corner[2];
    seen.nd = atCorner + (x + 0.5) * seen.nRight + (y + 0.5) * seen.nDown;
    return seen;
  }

  function differs(pixel: number, other: number, part: number, nd: number, step: number): boolean {
    if (parts[other] !== part) return true;
    if (part === SKY) return false;
    const next = nd + step;
    const depth = depths[pixel]!;
    const foretold = Math.abs(next) > 1e-9 ? (depth * nd) / next : Infinity;
    if (!(Math.abs(depths[other]! - foretold) < Math.max(MOST_STEP, 3 * pixelSize) * depth)) return true;
    if (states[other] !== TRACED) return false;
    const cosine =
      normals[pixel * 3]! * normals[other * 3]! +
      normals[pixel * 3 + 1]! * normals[other * 3 + 1]! +
      normals[pixel * 3 + 2]! * normals[other * 3 + 2]!;
    return cosine < LEAST_COSINE;
  }

  function contrasts(pixel: number, other: number, part: number): boolean {
    if (isFlat[part] || parts[other] !== part) return false;
    for (let p = 0; p < radiance.length; p++) {
      const picture = radiance[p]!;
      for (let c = 0; c < 3; c++) {
        const a = picture[pixel * 3 + c]! * exposures[p]!;
        const b = picture[other * 3 + c]! * exposures[p]!;
        if (Math.abs(a - b) > MOST_CONTRAST * (a + b) + DARK) return true;
      }
    }
    return false;
  }

  return { look, differs, contrasts };
}
