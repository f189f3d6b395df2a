/** The view every viewer shows, and what it asks of a picture. */

export const WIDTH_PX = 1280;
export const HEIGHT_PX = 720;
/** Degrees. */
export const HORIZONTAL_FOV = 90;
export const VERTICAL_FOV =
  (2 * Math.atan((Math.tan(radians(HORIZONTAL_FOV / 2)) * HEIGHT_PX) / WIDTH_PX) * 180) / Math.PI;

/** Sample points on the canvas: the centres of a grid's cells. */
export const SAMPLE_COLUMNS = 16;
export const SAMPLE_ROWS = 9;

/** Pixels from the eye to the picture plane. */
const FOCAL_PX = WIDTH_PX / 2 / Math.tan(radians(HORIZONTAL_FOV / 2));

type Vector = readonly [number, number, number];

/** The direction, not of unit length, through a sample point at a yaw in degrees, pitch 0. */
export function sampleDirection(point: number, yawDegrees: number): Vector {
  const x = (((point % SAMPLE_COLUMNS) + 0.5) / SAMPLE_COLUMNS - 0.5) * WIDTH_PX;
  const y = (0.5 - (Math.floor(point / SAMPLE_COLUMNS) + 0.5) / SAMPLE_ROWS) * HEIGHT_PX;
  return turn([x, y, -FOCAL_PX], yawDegrees);
}

/**
 * How finely a cube of a given face size is seen at a sample point: texels to a device pixel along the direction in
 * which there are fewest. Below 1 the picture is coarser than the screen.
 */
export function texelsPerPixel(point: number, yawDegrees: number, faceSizePx: number): number {
  const direction = sampleDirection(point, yawDegrees);
  const across = onCube(direction, turn([1, 0, 0], yawDegrees));
  const down = onCube(direction, [0, -1, 0]);
  // The smaller singular value of the map from pixels to the face, from its Gram matrix.
  const a = dot(across, across);
  const b = dot(across, down);
  const c = dot(down, down);
  const smallest = (a + c) / 2 - Math.hypot((a - c) / 2, b);
  return Math.sqrt(Math.max(0, smallest)) * (faceSizePx / 2);
}

/** How a point on the cube (half edge 1) moves when its direction changes by `change`. */
function onCube(direction: Vector, change: Vector): Vector {
  const axis = longestAxis(direction);
  const length = Math.abs(direction[axis]);
  const lengthChange = change[axis] * Math.sign(direction[axis]);
  const move = (i: 0 | 1 | 2): number => (change[i] - (direction[i] * lengthChange) / length) / length;
  return [move(0), move(1), move(2)];
}

function longestAxis([x, y, z]: Vector): 0 | 1 | 2 {
  if (Math.abs(x) >= Math.abs(y) && Math.abs(x) >= Math.abs(z)) return 0;
  return Math.abs(y) >= Math.abs(z) ? 1 : 2;
}

function turn([x, y, z]: Vector, yawDegrees: number): Vector {
  const cos = Math.cos(radians(yawDegrees));
  const sin = Math.sin(radians(yawDegrees));
  return [x * cos - z * sin, y, x * sin + z * cos];
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
