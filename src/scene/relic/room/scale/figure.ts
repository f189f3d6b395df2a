import { Color, DoubleSide, Group, Mesh, MeshBasicMaterial, ShapeGeometry, type Vector3 } from 'three';
import type { Vec3 } from '#shared/vec.ts';
import type { SeenPoint } from '#tour/relic/orbit/framing.ts';
import type { Scale } from '#tour/relic/state.ts';
import { PLASTER } from '#scene/hotspot/colours.ts';
import { ScreenLines } from '../../../sign/screenLines.ts';
import type { OrbitView } from '../view/orbitView.ts';
import { createHand, createPerson, HAND_LENGTH, PERSON_HEIGHT } from './outlines.ts';

/** Between relic and figure, as a share of what is wider. */
/** Its height with the words above it. */
const WITH_TAG = 1.08;
const GAP = 0.16;
const ORDER = 40;

interface Drawing {
  readonly height: number;
  readonly halfWidth: number;
  readonly group: Group;
  readonly lines: ScreenLines;
  readonly fill: Mesh<ShapeGeometry, MeshBasicMaterial>;
}

/**
 * A hand or a person of true size beside the relic, on the ground that it stands on: a soft flat figure that always
 * faces the visitor and stands to the right, wherever one sees the relic from.
 */
export class ScaleFigure {
  readonly group = new Group();
  readonly #drawings = new Map<Scale, Drawing>();
  #scale: Scale = 'none';

  constructor() {
    this.group.name = 'scale';
  }

  get isShown(): boolean {
    return this.#scale !== 'none';
  }

  show(scale: Scale): void {
    this.#scale = scale;
    if (scale !== 'none' && !this.#drawings.has(scale)) this.#drawings.set(scale, this.#draw(scale));
    for (const [kind, { group }] of this.#drawings) group.visible = kind === scale;
  }

  /** What of it is to be in the picture, from the relic's middle along the camera's axes. */
  pointsBeside(view: OrbitView, pitch: number): readonly SeenPoint[] {
    const drawing = this.#drawings.get(this.#scale);
    if (!this.isShown || !drawing) return [];
    const left = this.#offset(view, drawing) - drawing.halfWidth;
    const foot = view.min[1] - view.middle.y;
    return [left, left + 2 * drawing.halfWidth].flatMap((right) =>
      [foot, foot + drawing.height * WITH_TAG].map((y) => ({
        right,
        up: y * Math.cos(pitch),
        toward: y * Math.sin(pitch),
      })),
    );
  }

  /** Turns to the camera. Sizes in device pixels. */
  follow(view: OrbitView, widthPx: number, heightPx: number, pixelRatio: number): void {
    const drawing = this.#drawings.get(this.#scale);
    if (!drawing) return;
    const { yaw } = view.state.pose;
    const offset = this.#offset(view, drawing);
    const { x, z } = view.middle;
    drawing.group.position.set(x + Math.cos(yaw) * offset, view.min[1], z - Math.sin(yaw) * offset);
    drawing.group.rotation.y = yaw;
    drawing.lines.follow(widthPx, heightPx, pixelRatio);
  }

  /** Where its head or fingertips are, for a tag. */
  top(out: Vector3): number {
    const drawing = this.#drawings.get(this.#scale);
    if (!drawing) return 0;
    out.set(0, drawing.height, 0);
    drawing.group.updateMatrixWorld();
    drawing.group.localToWorld(out);
    return drawing.height;
  }

  dispose(): void {
    for (const { lines, fill } of this.#drawings.values()) {
      lines.dispose();
      fill.geometry.dispose();
      fill.material.dispose();
    }
  }

  #offset(view: OrbitView, { halfWidth }: Drawing): number {
    const width = Math.hypot(view.max[0] - view.min[0], view.max[2] - view.min[2]) / 2;
    return width + halfWidth + GAP * 2 * Math.max(width, halfWidth);
  }

  #draw(scale: 'hand' | 'person'): Drawing {
    const shape = scale === 'hand' ? createHand() : createPerson();
    const geometry = new ShapeGeometry(shape);
    geometry.computeBoundingBox();
    const material = new MeshBasicMaterial({
      color: PLASTER,
      transparent: true,
      opacity: 0.16,
      depthWrite: false,
      side: DoubleSide,
      toneMapped: false,
    });
    const fill = new Mesh(geometry, material);
    fill.renderOrder = ORDER;
    const lines = new ScreenLines();
    const colour = new Color(PLASTER);
    const points = shape.getPoints().map(({ x, y }): Vec3 => [x, y, 0]);
    lines.show(points.map((from, k) => ({ from, to: points[(k + 1) % points.length] ?? from, colour, widthPx: 1.5 })));
    const group = new Group();
    group.add(fill, lines.group);
    this.group.add(group);
    const box = geometry.boundingBox;
    const halfWidth = box ? Math.max(-box.min.x, box.max.x) : 0;
    return { height: scale === 'hand' ? HAND_LENGTH : PERSON_HEIGHT, halfWidth, group, lines, fill };
  }
}
