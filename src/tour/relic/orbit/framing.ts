/**
 * How far away a camera has to be for something to be seen whole, at any size and in any shape of view; and what lies
 * between its near and far planes. Pure, called when something changes and not in every frame.
 */
import type { Vec3 } from '#shared/vec.ts';
import { createAxes, writeAxes } from './axes.ts';

export interface Box {
  readonly min: Vec3;
  readonly max: Vec3;
}

/** What covers the view from its edges, CSS pixels: panels of the page. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface ViewSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What is left free of a view, in its own units from −1 to 1: the middle and half the size. */
export interface FreeArea {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** A point seen from the target along the camera's axes, metres; `toward` grows towards the camera. */
export interface SeenPoint {
  readonly right: number;
  readonly up: number;
  readonly toward: number;
}

export interface Framing {
  /** From the camera to the target, metres. */
  readonly distance: number;
  /** Where the middle of what is seen lies beside the target: tangents to the right and up. */
  readonly right: number;
  readonly up: number;
}

/** The shorter side of a view sees this much, radians: as a visitor sees a relic a few steps away, without distortion. */
const FIELD = Math.PI / 6;
const WIDEST_FIELD = Math.PI / 3.6;
/** However much is covered, this share of the view's width and height counts as free. */
const LEAST_FREE = 0.3;
/** Room around what is framed, as a share of it. */
const MARGIN = 1.12;

/** The vertical field of view, radians. */
export function fieldOf({ widthPx, heightPx }: ViewSize): number {
  const aspect = widthPx / Math.max(1, heightPx);
  if (aspect >= 1) return FIELD;
  return Math.min(WIDEST_FIELD, 2 * Math.atan(Math.tan(FIELD / 2) / aspect));
}

export function freeArea({ widthPx, heightPx }: ViewSize, { top, right, bottom, left }: Insets): FreeArea {
  const [x, halfWidth] = freeSpan(left, right, widthPx);
  const [y, halfHeight] = freeSpan(bottom, top, heightPx);
  return { x, y, halfWidth, halfHeight };
}

function freeSpan(before: number, after: number, sizePx: number): [middle: number, half: number] {
  const size = Math.max(1, sizePx);
  const [a, b] = [Math.max(0, before) / size, Math.max(0, after) / size];
  const free = Math.min(1, Math.max(LEAST_FREE, 1 - a - b));
  // Where too much is covered, what counts as free keeps the proportion of the two sides.
  const start = a + b === 0 ? 0 : ((1 - free) * a) / (a + b);
  return [2 * start + free - 1, free];
}

/** The corners of a box seen from its middle. */
export function cornersOf({ min, max }: Box, yaw: number, pitch: number): SeenPoint[] {
  const axes = createAxes();
  writeAxes(axes, yaw, pitch);
  const half = [0, 1, 2].map((k) => ((max[k] ?? 0) - (min[k] ?? 0)) / 2) as [number, number, number];
  const signs = [-1, 1];
  const along = (axis: Vec3, x: number, y: number, z: number): number =>
    axis[0] * x * half[0] + axis[1] * y * half[1] + axis[2] * z * half[2];
  return signs.flatMap((x) =>
    signs.flatMap((y) =>
      signs.map((z) => ({
        right: along(axes.right, x, y, z),
        up: along(axes.up, x, y, z),
        toward: along(axes.toward, x, y, z),
      })),
    ),
  );
}

/**
 * The nearest distance from which all points lie in the free area of a view. `isCentred` keeps the target in the
 * middle of it; otherwise the middle of what is seen, which `right` and `up` tell, is to be brought there.
 */
export function frame(points: readonly SeenPoint[], view: ViewSize, area: FreeArea, isCentred: boolean): Framing {
  const tanY = Math.tan(fieldOf(view) / 2);
  const tanX = (tanY * view.widthPx) / Math.max(1, view.heightPx);
  const [roomX, roomY] = [(tanX * area.halfWidth) / MARGIN, (tanY * area.halfHeight) / MARGIN];
  const reach = Math.max(1e-6, ...points.map(({ right, up, toward }) => Math.hypot(right, up, toward)));
  const fits = (distance: number): boolean => {
    const { left, right, bottom, top } = extentOf(points, distance);
    if (isCentred) return Math.max(-left, right) <= roomX && Math.max(-bottom, top) <= roomY;
    return (right - left) / 2 <= roomX && (top - bottom) / 2 <= roomY;
  };
  let near = reach * 1.01;
  let far = near + reach;
  while (!fits(far) && far < reach * 1e5) far *= 2;
  for (let i = 0; i < 40; i++) {
    const middle = Math.sqrt(near * far);
    if (fits(middle)) far = middle;
    else near = middle;
  }
  if (isCentred) return { distance: far, right: 0, up: 0 };
  const { left, right, bottom, top } = extentOf(points, far);
  return { distance: far, right: (left + right) / 2, up: (bottom + top) / 2 };
}

/** Tangents of what is seen from a distance. */
function extentOf(points: readonly SeenPoint[], distance: number) {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const point of points) {
    const depth = distance - point.toward;
    left = Math.min(left, point.right / depth);
    right = Math.max(right, point.right / depth);
    bottom = Math.min(bottom, point.up / depth);
    top = Math.max(top, point.up / depth);
  }
  return { left, right, bottom, top };
}

/** Pixels of the view to a texel when one is as near as one may come. */
const PX_PER_TEXEL = 8;
/** A texture is taken to go once around a relic. */
const TURNS = 3;
/** Without a texture one comes this much nearer than the whole. */
const PLAIN_ZOOM = 40;
/** How much farther than the whole one may go. */
const FARTHEST = 1.6;

/** The least and the greatest distance for a relic of a size (metres, its longest side) seen whole from `wholeDistance`. */
export function distanceLimits(
  sizeMetres: number,
  textureSize: number,
  wholeDistance: number,
  view: ViewSize,
): { minDistance: number; maxDistance: number } {
  const texel = (TURNS * sizeMetres) / Math.max(1, textureSize);
  const height = (view.heightPx * texel) / PX_PER_TEXEL;
  const nearest = height / (2 * Math.tan(fieldOf(view) / 2));
  const plain = wholeDistance / PLAIN_ZOOM;
  return {
    minDistance: textureSize > 0 ? Math.min(wholeDistance / 4, Math.max(plain / 4, nearest)) : plain,
    maxDistance: wholeDistance * FARTHEST,
  };
}

/** Near and far planes, metres, for a camera at `distance` from the middle of a sphere with everything drawn. */
export function depthRange(distance: number, radius: number, minDistance: number): { near: number; far: number } {
  const far = distance + radius * 1.05;
  // Ten thousand between them leaves a tenth of a per cent of depth even at the far end.
  return { near: Math.max((distance - radius) * 0.95, minDistance * 0.2, far / 20_000), far };
}
