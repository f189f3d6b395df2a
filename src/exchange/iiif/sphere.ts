/** Pixels of an equirectangular canvas as directions: its middle column looks along yaw 0, its middle row is level. */
import type { Region } from './region.ts';

export interface CanvasSize {
  readonly width: number;
  readonly height: number;
}

export interface Direction {
  readonly yaw: number;
  readonly pitch: number;
}

export function directionAt(x: number, y: number, { width, height }: CanvasSize): Direction {
  const yaw = (x / width) * 360 - 180;
  return { yaw: round(wrap(yaw)), pitch: round(clamp(90 - (y / height) * 180, 90)) };
}

export function pixelAt({ yaw, pitch }: Direction, { width, height }: CanvasSize): { x: number; y: number } {
  return { x: round(((wrap(yaw) + 180) / 360) * width), y: round(((90 - pitch) / 180) * height) };
}

/** The middle of a region, and its corners where it has an outline. */
export function directionsOf(region: Region, size: CanvasSize): { target: Direction; area?: [number, number][] } {
  const { point, box, polygon } = region;
  const corners = polygon ?? (box && boxCorners(box));
  const area = corners?.map(([x, y]): [number, number] => [
    round(Math.max(-360, Math.min(360, (x / size.width) * 360 - 180))),
    round(clamp(90 - (y / size.height) * 180, 90)),
  ]);
  const middle = point ?? (corners ? middleOf(corners) : { x: size.width / 2, y: size.height / 2 });
  return { target: directionAt(middle.x, middle.y, size), ...(area && { area }) };
}

function boxCorners({ x, y, width, height }: NonNullable<Region['box']>): [number, number][] {
  return [[x, y], [x + width, y], [x + width, y + height], [x, y + height]]; // prettier-ignore
}

function middleOf(corners: readonly (readonly [number, number])[]): { x: number; y: number } {
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
}

/** Into more than −180, up to 180. */
export function wrap(degrees: number): number {
  return 180 - ((((180 - degrees) % 360) + 360) % 360);
}

function clamp(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4 || 0;
}
