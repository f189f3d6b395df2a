/** The board around a piece of wall: a thin rim of plaster, a strip of words with the scale bar, the button that puts it away. */
import {
  AlwaysDepth,
  BufferGeometry,
  Color,
  Float32BufferAttribute,
  Group,
  Mesh,
  MeshBasicMaterial,
  PlaneGeometry,
  Vector3,
} from 'three';
import { LAMP_BLACK, OCHRE, PLASTER } from '#scene/hotspot/colours.ts';
import type { Quad } from '#tour/wallView/quad.ts';
import { BAR_LEFT, BAR_MIDDLE, CAPTION_ASPECT, type WallCaption } from './wallCaption.ts';

/** After the panoramas and what hides relics in them, before the piece of wall that is drawn on it. */
const ORDER = -900;
/** Metres. */
const RIM = 0.012;
const GAP = 0.03;
const BUTTON = 0.1;
const BAR_HEIGHT = 0.008;

export type WallPart = 'picture' | 'close' | 'board';

/** What of the board is at a point of its plane, metres from the picture's middle; null for what is beside it. */
export function partAt({ width, height }: Pick<Quad, 'width' | 'height'>, x: number, y: number): WallPart | null {
  const [right, top] = [width / 2, height / 2];
  if (Math.abs(x) <= right && Math.abs(y) <= top) return 'picture';
  const button = right + RIM + GAP;
  // A button answers a little beyond its edges.
  const near = GAP / 2;
  if (x >= button - near && x <= button + BUTTON + near && y <= top + near && y >= top - BUTTON - near) return 'close';
  const bottom = -top - RIM - width / CAPTION_ASPECT;
  return Math.abs(x) <= right + RIM && y <= top + RIM && y >= bottom - RIM ? 'board' : null;
}

export class WallBoard {
  readonly group = new Group();
  readonly #bar: Mesh<PlaneGeometry, MeshBasicMaterial>;
  readonly #cross: Mesh<BufferGeometry, MeshBasicMaterial>;
  readonly #width: number;
  readonly #axes = [new Vector3(), new Vector3(), new Vector3()] as const;
  readonly #dispose: (() => void)[] = [];

  constructor({ width, height }: Pick<Quad, 'width' | 'height'>, caption: WallCaption) {
    this.#width = width;
    this.group.name = 'wall brought closer';
    this.group.matrixAutoUpdate = false;
    this.group.visible = false;
    const strip = width / CAPTION_ASPECT;
    const back = new PlaneGeometry(width + 2 * RIM, height + strip + 3 * RIM);
    back.translate(0, -(strip + RIM) / 2, 0);
    this.#add(back, new MeshBasicMaterial({ color: PLASTER }), ORDER);
    const words = new PlaneGeometry(width, strip);
    const middle = -height / 2 - RIM - strip / 2;
    words.translate(0, middle, 0.001);
    this.#add(words, new MeshBasicMaterial({ map: caption.texture }), ORDER + 1);
    const bar = new PlaneGeometry(1, BAR_HEIGHT);
    bar.translate(0.5, 0, 0);
    this.#bar = this.#add(bar, new MeshBasicMaterial({ color: PLASTER }), ORDER + 2);
    this.#bar.position.set((BAR_LEFT - 0.5) * width, middle + (0.5 - BAR_MIDDLE) * strip, 0.002);
    const [x, y] = [width / 2 + RIM + GAP + BUTTON / 2, height / 2 - BUTTON / 2];
    const plate = new PlaneGeometry(BUTTON, BUTTON);
    plate.translate(x, y, 0);
    this.#add(plate, new MeshBasicMaterial({ color: LAMP_BLACK }), ORDER);
    const cross = crossOf(BUTTON * 0.28, BUTTON * 0.045);
    cross.translate(x, y, 0.001);
    this.#cross = this.#add(cross, new MeshBasicMaterial({ color: PLASTER }), ORDER + 1);
  }

  place({ centre, right, up }: Quad): void {
    const [x, y, z] = this.#axes;
    x.set(...right);
    y.set(...up);
    z.crossVectors(x, y);
    this.group.matrix.makeBasis(x, y, z).setPosition(...centre);
    this.group.matrixWorldNeedsUpdate = true;
  }

  /** @param metres Of the board; 0 for no bar. */
  showBar(metres: number): void {
    this.#bar.visible = metres > 0;
    this.#bar.scale.x = Math.max(1e-3, Math.min(this.#width, metres));
  }

  light(isLit: boolean): void {
    this.#cross.material.color.set(isLit ? LIT : UNLIT);
  }

  dispose(): void {
    for (const dispose of this.#dispose) dispose();
    this.group.removeFromParent();
  }

  #add<G extends BufferGeometry>(geometry: G, material: MeshBasicMaterial, order: number): Mesh<G, MeshBasicMaterial> {
    material.toneMapped = false;
    // It stands before all walls, also where they would be nearer; what is nearer in the room is drawn later.
    material.depthFunc = AlwaysDepth;
    const mesh = new Mesh(geometry, material);
    mesh.renderOrder = order;
    mesh.raycast = () => undefined;
    this.group.add(mesh);
    this.#dispose.push(() => geometry.dispose(), () => material.dispose()); // prettier-ignore
    return mesh;
  }
}

const LIT = new Color(OCHRE);
const UNLIT = new Color(PLASTER);

/** Two strokes from corner to corner. @param reach Of each, to either side. @param half Of its thickness. */
function crossOf(reach: number, half: number): BufferGeometry {
  const points: number[] = [];
  for (const turn of [1, -1]) {
    const [a, b] = [reach - half, reach + half];
    const ends = [[-b, -a * turn], [-a, -b * turn], [b, a * turn], [a, b * turn]] as const; // prettier-ignore
    const order = turn > 0 ? [0, 1, 2, 0, 2, 3] : [0, 2, 1, 0, 3, 2];
    for (const i of order) points.push(ends[i]?.[0] ?? 0, ends[i]?.[1] ?? 0, 0);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute(points, 3));
  return geometry;
}
