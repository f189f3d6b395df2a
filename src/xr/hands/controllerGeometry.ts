/** The surface of a neutral controller in its grip's frame (WebXR: the handle along Z, −Z at the thumb), part by part. */
import {
  BufferGeometry,
  Float32BufferAttribute,
  LatheGeometry,
  Matrix4,
  Uint16BufferAttribute,
  Vector2,
  Vector3,
} from 'three';
import type { Vec3 } from '#shared/vec.ts';
import { bone, melt } from './solid.ts';
import { surfaceNet, type Field, type Surface } from './surfaceNet.ts';

/** What moves by itself. */
export const PARTS = ['body', 'plate', 'trigger', 'squeeze', 'stick', 'lower', 'upper'] as const;
export type Part = (typeof PARTS)[number];

/** The head, whose −Z is where the controller points and whose +Y looks at the visitor, in the frame of the grip. */
const HEAD = new Matrix4().makeRotationX(-0.62).setPosition(0, 0.004, -0.05);
/** In the head's frame: around what the trigger turns, where the stick and the buttons stand. Metres, of a right hand. */
const TRIGGER_PIVOT: Vec3 = [0, 0, -0.014];
const PLATE = 0.0146;
const STICK: Vec3 = [0.0092, PLATE - 0.001, -0.002];
const LOWER: Vec3 = [-0.0092, PLATE - 0.0004, 0.0068];
const UPPER: Vec3 = [-0.0092, PLATE - 0.0004, -0.0062];

const BODY_CELL: Vec3 = [0.0046, 0.0046, 0.0062];
const SMALL_CELL: Vec3 = [0.003, 0.003, 0.003];
const AROUND = 14;

export interface ControllerShape {
  readonly geometry: BufferGeometry;
  /** From the frame in which each part moves to that of the grip. */
  readonly frames: Readonly<Record<Part, Matrix4>>;
}

export function makeController(handedness: XRHandedness): ControllerShape {
  const side = handedness === 'left' ? -1 : 1;
  const on = (at: Vec3) => HEAD.clone().multiply(new Matrix4().setPosition(side * at[0], at[1], at[2]));
  const frames: Record<Part, Matrix4> = {
    body: new Matrix4(),
    plate: HEAD,
    trigger: on(TRIGGER_PIVOT),
    squeeze: new Matrix4().setPosition(side * -0.0065, -0.0115, -0.004),
    stick: on(STICK),
    lower: on(LOWER),
    upper: on(UPPER),
  };
  const pieces: Record<Part, Surface> = {
    body: surfaceNet(body(), [-0.045, -0.06, -0.1], [0.045, 0.05, 0.085], BODY_CELL),
    plate: turned(
      [
        [0.0224, 0.0085],
        [0.022, 0.0139],
        [0.021, PLATE],
        [0, PLATE],
      ],
      22,
    ),
    trigger: surfaceNet(trigger, [-0.012, -0.026, -0.022], [0.012, 0.008, 0.012], SMALL_CELL),
    squeeze: surfaceNet(squeeze, [-0.01, -0.01, -0.024], [0.01, 0.01, 0.024], SMALL_CELL),
    stick: turned([
      [0.0038, -0.002],
      [0.0034, 0.0035],
      [0.0072, 0.0052],
      [0.0079, 0.0066],
      [0.0072, 0.0078],
      [0.0048, 0.0074],
      [0, 0.007],
    ]),
    lower: button(),
    upper: button(),
  };
  return { geometry: join(pieces), frames };
}

function body(): Field {
  const toHead = HEAD.clone().invert();
  const point = new Vector3();
  return (x, y, z) => {
    point.set(x, y, z).applyMatrix4(toHead);
    // A round plate with a rounded rim, a little longer than wide.
    const out = Math.max(0, Math.hypot(point.x * 1.06, point.z * 0.94) - 0.0185);
    const high = Math.max(0, Math.abs(point.y) - 0.0035);
    const head = Math.hypot(out, high) - 0.009;
    const neck = bone(x, y, z, [0, 0, -0.048], [0, -0.003, -0.012], 0.0135, 0.0148);
    const handle = bone(x / 0.94, y, z, [0, -0.003, -0.012], [0, 0.001, 0.05], 0.0148, 0.0132);
    return melt(head, melt(neck, handle, 0.012), 0.014);
  };
}

const trigger: Field = (x, y, z) => bone(x * 0.78, y, z, [0, -0.006, -0.006], [0, -0.0185, -0.0115], 0.0062, 0.0042);
const squeeze: Field = (x, y, z) => bone(x, y, z, [0, 0, -0.013], [0, 0, 0.012], 0.0058, 0.005);

function button(): Surface {
  return turned([
    [0.0049, -0.002],
    [0.0049, 0.0014],
    [0.0044, 0.0021],
    [0.003, 0.0024],
    [0, 0.0025],
  ]);
}

/** A surface of revolution about Y, from an outline that begins at its foot. */
function turned(outline: readonly (readonly [radius: number, height: number])[], around = AROUND): Surface {
  const lathe = new LatheGeometry(
    outline.map(([radius, height]) => new Vector2(radius, height)),
    around,
  );
  const { position, normal } = lathe.attributes;
  return {
    positions: [...position!.array],
    normals: [...normal!.array],
    indices: [...(lathe.index?.array ?? [])],
  };
}

/** One geometry of all parts, each in the frame in which it moves; `part` says which. */
function join(pieces: Record<Part, Surface>): BufferGeometry {
  const [positions, normals, parts, indices]: [number[], number[], number[], number[]] = [[], [], [], []];
  PARTS.forEach((part, number) => {
    const first = positions.length / 3;
    const piece = pieces[part];
    positions.push(...piece.positions);
    normals.push(...piece.normals);
    for (let i = 0; i < piece.positions.length / 3; i++) parts.push(number);
    for (const index of piece.indices) indices.push(first + index);
  });
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute(positions, 3));
  geometry.setAttribute('normal', new Float32BufferAttribute(normals, 3));
  geometry.setAttribute('part', new Float32BufferAttribute(parts, 1));
  geometry.setIndex(new Uint16BufferAttribute(indices, 1));
  return geometry;
}
