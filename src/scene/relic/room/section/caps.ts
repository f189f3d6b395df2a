import {
  AlwaysDepth,
  AlwaysStencilFunc,
  BackSide,
  Color,
  DecrementWrapStencilOp,
  DoubleSide,
  FrontSide,
  type Group,
  IncrementWrapStencilOp,
  InvertStencilOp,
  type Mesh,
  MeshBasicMaterial,
  NotEqualStencilFunc,
  type Plane,
  PlaneGeometry,
  ReplaceStencilOp,
  ShaderMaterial,
  type StencilOp,
  Vector3,
  Mesh as ThreeMesh,
} from 'three';
import { CUT, CUT_HATCH } from '../colours.ts';
import { patchShow, type Show } from '../surface/patchShow.ts';
import { createTwin } from '../surface/twin.ts';

/** After the bodies themselves: what closes is counted and filled first, then what does not. */
const CLOSED_ORDER = 10;
const OPEN_ORDER = 20;
/** Width of the hatching's stripes, CSS pixels. */
const HATCH_PX = 7;

const VERTEX = /* glsl */ `
void main() {
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}
`;
const FRAGMENT = /* glsl */ `
uniform vec3 colour;
uniform vec3 hatch;
uniform float stripePx;
void main() {
  float along = (gl_FragCoord.x + gl_FragCoord.y) / max(stripePx, 1.0);
  float line = stripePx > 0.0 ? step(0.5, fract(along)) : 0.0;
  gl_FragColor = vec4(mix(colour, hatch, line), 1.0);
  #include <colorspace_fragment>
}
`;

/** Which way a square faces before it is turned. */
const FORWARD = new Vector3(0, 0, 1);

/** One body that is cut, and which of its pixels are shown. */
export interface CutBody {
  readonly meshes: readonly Mesh[];
  /** Of every mesh; not known before its surface was read. */
  readonly isClosed: readonly boolean[] | null;
  readonly show: Show;
}

/**
 * Fills the cut. Along the ray through a pixel, what is left of a closed body shows as many backs as fronts unless the
 * ray comes in through the cut: there the plane is drawn. A body that does not close is counted by parity, and its
 * fill is hatched, as it is a guess. Three's stencil of the canvas counts.
 */
export class Caps {
  readonly #group: Group;
  readonly #planes: Plane[];
  readonly #closed: ThreeMesh;
  readonly #open: ThreeMesh;
  #twins: Mesh[] = [];
  #materials: MeshBasicMaterial[] = [];

  constructor(group: Group, planes: Plane[]) {
    this.#group = group;
    this.#planes = planes;
    const square = new PlaneGeometry(1, 1);
    this.#closed = createFill(square, CLOSED_ORDER + 2, false);
    this.#open = createFill(square, OPEN_ORDER + 2, true);
  }

  /** Cuts these bodies from now on; none to stop. */
  show(bodies: readonly CutBody[]): void {
    this.#clear();
    for (const body of bodies) {
      body.meshes.forEach((mesh, index) => {
        const isClosed = body.isClosed?.[index] ?? true;
        if (isClosed) {
          this.#count(mesh, body.show, BackSide, IncrementWrapStencilOp, CLOSED_ORDER);
          this.#count(mesh, body.show, FrontSide, DecrementWrapStencilOp, CLOSED_ORDER + 1);
        } else {
          this.#count(mesh, body.show, DoubleSide, InvertStencilOp, OPEN_ORDER);
        }
      });
    }
    const isOpen = bodies.some(({ meshes, isClosed }) => meshes.some((_, index) => isClosed?.[index] === false));
    const isClosed = bodies.some(({ meshes, isClosed: known }) => meshes.some((_, index) => known?.[index] ?? true));
    setPresent(this.#group, this.#closed, isClosed);
    setPresent(this.#group, this.#open, isOpen);
  }

  /** Lies in the plane around a point of it; `side` metres wide, `stripePx` device pixels per CSS pixel. */
  place(middle: Vector3, normal: Vector3, side: number, pixelRatio: number): void {
    for (const fill of [this.#closed, this.#open]) {
      fill.position.copy(middle);
      fill.quaternion.setFromUnitVectors(FORWARD, normal);
      fill.scale.set(side, side, 1);
    }
    const { uniforms } = this.#open.material as ShaderMaterial;
    if (uniforms.stripePx) uniforms.stripePx.value = HATCH_PX * pixelRatio;
  }

  dispose(): void {
    this.#clear();
    for (const fill of [this.#closed, this.#open]) {
      fill.removeFromParent();
      (fill.material as ShaderMaterial).dispose();
    }
    this.#closed.geometry.dispose();
  }

  #count(
    mesh: Mesh,
    show: Show,
    side: typeof FrontSide | typeof BackSide | typeof DoubleSide,
    op: StencilOp,
    order: number,
  ): void {
    const material = new MeshBasicMaterial({
      side,
      colorWrite: false,
      depthWrite: false,
      depthFunc: AlwaysDepth,
      stencilWrite: true,
      stencilFunc: AlwaysStencilFunc,
      stencilFail: op,
      stencilZFail: op,
      stencilZPass: op,
      clippingPlanes: this.#planes,
    });
    patchShow(material, show);
    const twin = createTwin(mesh, material);
    twin.renderOrder = order;
    this.#group.add(twin);
    this.#twins.push(twin);
    this.#materials.push(material);
  }

  #clear(): void {
    for (const twin of this.#twins) twin.removeFromParent();
    for (const material of this.#materials) material.dispose();
    this.#twins = [];
    this.#materials = [];
    for (const fill of [this.#closed, this.#open]) fill.removeFromParent();
  }
}

function createFill(square: PlaneGeometry, order: number, isHatched: boolean): ThreeMesh {
  const material = new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: {
      colour: { value: new Color(CUT) },
      hatch: { value: new Color(CUT_HATCH) },
      stripePx: { value: isHatched ? HATCH_PX : 0 },
    },
    side: DoubleSide,
    toneMapped: false,
    stencilWrite: true,
    stencilRef: 0,
    stencilFunc: NotEqualStencilFunc,
    stencilFail: ReplaceStencilOp,
    stencilZFail: ReplaceStencilOp,
    stencilZPass: ReplaceStencilOp,
  });
  const fill = new ThreeMesh(square, material);
  fill.renderOrder = order;
  fill.frustumCulled = false;
  // The next count begins at zero everywhere.
  fill.onAfterRender = (renderer) => renderer.clearStencil();
  return fill;
}

function setPresent(group: Group, mesh: ThreeMesh, isPresent: boolean): void {
  if (isPresent) group.add(mesh);
  else mesh.removeFromParent();
}
