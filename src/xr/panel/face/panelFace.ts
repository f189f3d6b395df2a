import { Mesh, PlaneGeometry, Quaternion, Vector3, type Material } from 'three';
import type { Vec3 } from '#shared/vec.ts';
import type { Ray } from '../../input/pointer.ts';
import { drawPage, type DrawingTools } from '../draw/drawPage.ts';
import type { Box, PanelPage } from '../layout/ink.ts';
import { MOST_HEIGHT, PANEL_WIDTH, PIXELS_PER_METRE } from '../layout/measures.ts';
import type { PanelPlace } from '../placing.ts';
import type { TipPlace } from '../touch.ts';
import { PanelSheet } from './panelSheet.ts';
import { createPanelMaterial, MOST_LIT, type PanelUniforms } from './panelMaterial.ts';

/** Over everything of the place and under hands and rays. */
export const PANEL_ORDER = 1_060;
const WIDTH_PX = Math.ceil(PANEL_WIDTH * PIXELS_PER_METRE);
const HEIGHT_PX = Math.ceil(MOST_HEIGHT * PIXELS_PER_METRE);
/** Seconds until an opened panel is there. */
const FADE_SECONDS = 0.18;

export interface FaceHit {
  /** Metres along the ray. */
  readonly distance: number;
  readonly point: Vec3;
  /** On the face, metres from its upper left corner. */
  readonly x: number;
  readonly y: number;
}

/** A sheet in the place with one page drawn on it: one draw call, one texture that is kept from page to page. */
export class PanelFace {
  readonly mesh: Mesh;
  readonly #uniforms: PanelUniforms;
  readonly #material: Material;
  readonly #canvas = document.createElement('canvas');
  readonly #context: CanvasRenderingContext2D | null;
  #sheet: PanelSheet | null = null;
  #middle: Vec3 = [0, 0, 0];
  readonly #scratch = { toFace: new Quaternion(), point: new Vector3(), way: new Vector3() };

  constructor() {
    const { material, uniforms } = createPanelMaterial();
    this.#uniforms = uniforms;
    this.#material = material;
    this.mesh = new Mesh(new PlaneGeometry(1, 1), material);
    this.mesh.visible = false;
    this.mesh.renderOrder = PANEL_ORDER;
    // Its vertices are moved by the shader.
    this.mesh.frustumCulled = false;
    this.mesh.rotation.order = 'YXZ';
    this.mesh.onBeforeRender = (renderer) => this.#sheet?.bring(renderer);
    // What is drawn is read back at once, so it had better not be drawn elsewhere.
    this.#context = this.#canvas.getContext('2d', { willReadFrequently: true });
  }

  /** Whether what stands before it hides it. */
  setDepthTest(isTested: boolean): void {
    this.#material.depthTest = isTested;
  }

  /** Where its middle is and how it is turned. */
  get at(): PanelPlace {
    const { position, rotation } = this.mesh;
    return { position: [position.x, position.y, position.z], yaw: -rotation.y, pitch: rotation.x };
  }

  get width(): number {
    return this.#uniforms.size.value.x;
  }

  get height(): number {
    return this.#uniforms.size.value.y;
  }

  get isOpen(): boolean {
    return this.mesh.visible;
  }

  get gpuBytes(): number {
    return this.#sheet?.gpuBytes ?? 0;
  }

  /** The upper edge stays where it is when a page of another height follows. */
  draw(page: PanelPage, tools: Omit<DrawingTools, 'pixelsPerMetre'>): void {
    if (!this.#context) return;
    if (!this.#sheet) {
      this.#canvas.width = WIDTH_PX;
      this.#canvas.height = HEIGHT_PX;
      this.#sheet = new PanelSheet(WIDTH_PX, HEIGHT_PX);
      this.#uniforms.map.value = this.#sheet.texture;
    }
    drawPage(this.#context, page, { ...tools, pixelsPerMetre: PIXELS_PER_METRE });
    this.#sheet.write(this.#context, page.height * PIXELS_PER_METRE);
    if (this.isOpen) this.mesh.translateY((this.height - page.height) / 2);
    this.#uniforms.size.value.set(page.width, page.height);
    this.#uniforms.used.value = (page.height * PIXELS_PER_METRE) / HEIGHT_PX;
  }

  open(): void {
    if (!this.mesh.visible) this.#uniforms.opacity.value = 0;
    this.mesh.visible = true;
  }

  /** Fades in again where it is, as something else. */
  renew(): void {
    this.#uniforms.opacity.value = 0;
  }

  /** Its texture is let go of. */
  close(): void {
    this.mesh.visible = false;
    for (let slot = 0; slot < MOST_LIT; slot++) this.light(slot, null);
    this.#sheet?.dispose();
    this.#sheet = null;
    this.#uniforms.map.value = null;
    this.#canvas.width = 0;
    this.#canvas.height = 0;
  }

  place({ position, yaw, pitch }: PanelPlace): void {
    this.#middle = position;
    this.mesh.position.set(...position);
    this.mesh.rotation.set(pitch, -yaw, 0);
  }

  /** Its middle is where it was placed again, however high the pages since then were. */
  centre(): void {
    this.mesh.position.set(...this.#middle);
  }

  /** Returns whether it is still coming. */
  fade(deltaSeconds: number): boolean {
    const { opacity } = this.#uniforms;
    if (!this.mesh.visible) return false;
    if (!this.#sheet?.isThere) return true;
    if (opacity.value >= 1) return this.#sheet.isComing;
    opacity.value = Math.min(1, opacity.value + deltaSeconds / FADE_SECONDS);
    return true;
  }

  /** No more of it is seen than this, 0 to 1; called after `fade`. */
  dim(most: number): void {
    const { opacity } = this.#uniforms;
    opacity.value = Math.min(opacity.value, most);
  }

  /** Lights a control for the pointer in a slot, 0 to `MOST_LIT` − 1. Returns whether that is a change. */
  light(slot: number, box: Box | null): boolean {
    const lit = this.#uniforms.lit.value[slot % MOST_LIT];
    if (!lit) return false;
    const { x, y, z, w } = lit;
    if (box) lit.set(box.x, box.y, box.width, box.height);
    else lit.set(0, 0, 0, 0);
    return lit.x !== x || lit.y !== y || lit.z !== z || lit.w !== w;
  }

  /** Where a ray meets the face from the front; null where it does not. */
  meet(ray: Ray): FaceHit | null {
    const aimed = this.aim(ray);
    if (!aimed || aimed.x < 0 || aimed.y < 0 || aimed.x > this.width || aimed.y > this.height) return null;
    return { ...aimed, point: alongRay(ray, aimed.distance) };
  }

  /** Where on the plane of the face a ray points, also beyond its edges; null where it points away. */
  aim({ origin, direction }: Ray): Pick<FaceHit, 'distance' | 'x' | 'y'> | null {
    if (!this.isOpen) return null;
    const { point, way } = this.#toFace(origin, direction);
    if (way.z >= 0 || point.z <= 0) return null;
    const distance = point.z / -way.z;
    return {
      distance,
      x: point.x + way.x * distance + this.width / 2,
      y: this.height / 2 - point.y - way.y * distance,
    };
  }

  tipPlace(tip: Vec3): TipPlace {
    const { point } = this.#toFace(tip, NOWHERE);
    return { x: point.x + this.width / 2, y: this.height / 2 - point.y, depth: point.z };
  }

  dispose(): void {
    this.close();
    this.mesh.removeFromParent();
    this.mesh.geometry.dispose();
    (this.mesh.material as { dispose(): void }).dispose();
  }

  #toFace(origin: Vec3, direction: Vec3): { readonly point: Vector3; readonly way: Vector3 } {
    const { toFace, point, way } = this.#scratch;
    toFace.copy(this.mesh.quaternion).invert();
    point
      .set(...origin)
      .sub(this.mesh.position)
      .applyQuaternion(toFace);
    way.set(...direction).applyQuaternion(toFace);
    return { point, way };
  }
}

export function alongRay({ origin, direction }: Ray, distance: number): Vec3 {
  return [
    origin[0] + direction[0] * distance,
    origin[1] + direction[1] * distance,
    origin[2] + direction[2] * distance,
  ];
}

const NOWHERE: Vec3 = [0, 0, 0];
