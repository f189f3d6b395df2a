/** The words beneath a relic in the hand, turned to the eyes: one plane, written anew only when they change. */
import { directionOf } from '#i18n/direction.ts';
import { CanvasTexture, LinearFilter, LinearMipmapLinearFilter, Mesh, MeshBasicMaterial, PlaneGeometry, SRGBColorSpace, Vector3 } from 'three'; // prettier-ignore
import type { Vec3 } from '#shared/vec.ts';
import { LAMP_BLACK, PLASTER } from '#scene/hotspot/colours.ts';

const WIDTH_PX = 512;
const HEIGHT_PX = 72;
/** Metres of height for each metre from the eyes: letters of about a degree. */
const HEIGHT_SHARE = 0.042;
const ORDER = 1_000;

export class ScaleSign {
  readonly mesh: Mesh<PlaneGeometry, MeshBasicMaterial>;
  readonly #canvas = document.createElement('canvas');
  readonly #texture: CanvasTexture;
  readonly #eye = new Vector3();
  #text = '';

  constructor() {
    this.#canvas.width = WIDTH_PX;
    this.#canvas.height = HEIGHT_PX;
    this.#texture = new CanvasTexture(this.#canvas);
    this.#texture.colorSpace = SRGBColorSpace;
    this.#texture.minFilter = LinearMipmapLinearFilter;
    this.#texture.magFilter = LinearFilter;
    const material = new MeshBasicMaterial({
      map: this.#texture,
      transparent: true,
      depthWrite: false,
      toneMapped: false,
    });
    this.mesh = new Mesh(new PlaneGeometry(WIDTH_PX / HEIGHT_PX, 1), material);
    this.mesh.name = 'scale in the hand';
    this.mesh.renderOrder = ORDER;
    this.mesh.frustumCulled = false;
    this.mesh.visible = false;
  }

  /** Writes words for a visitor who reads that language. */
  write(text: string, language: string): void {
    if (text === this.#text) return;
    this.#text = text;
    const pen = this.#canvas.getContext('2d', { willReadFrequently: true });
    if (!pen) return;
    if ('lang' in pen) pen.lang = language;
    pen.direction = directionOf(language);
    const family = getComputedStyle(document.documentElement).getPropertyValue('--sans').trim() || 'sans-serif';
    pen.clearRect(0, 0, WIDTH_PX, HEIGHT_PX);
    pen.font = `500 ${(HEIGHT_PX * 0.46).toFixed(1)}px ${family}`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    const width = Math.min(WIDTH_PX, pen.measureText(text).width + HEIGHT_PX * 0.8);
    pen.fillStyle = LAMP_BLACK;
    pen.globalAlpha = 0.78;
    pen.beginPath();
    pen.roundRect((WIDTH_PX - width) / 2, 0, width, HEIGHT_PX, HEIGHT_PX / 2);
    pen.fill();
    pen.globalAlpha = 1;
    pen.fillStyle = PLASTER;
    pen.fillText(text, WIDTH_PX / 2, HEIGHT_PX * 0.53, WIDTH_PX - HEIGHT_PX * 0.6);
    this.#texture.needsUpdate = true;
  }

  /** Hangs below a point, facing the eyes. */
  show([x, y, z]: Vec3, eye: Vec3): void {
    this.#eye.set(...eye);
    const { position, scale } = this.mesh;
    position.set(x, y, z);
    const high = HEIGHT_SHARE * position.distanceTo(this.#eye);
    position.y -= high;
    scale.setScalar(high);
    this.mesh.lookAt(this.#eye);
    this.mesh.visible = this.#text !== '';
  }

  hide(): void {
    this.mesh.visible = false;
  }

  get gpuBytes(): number {
    return Math.round(WIDTH_PX * HEIGHT_PX * 4 * 1.34);
  }

  dispose(): void {
    this.mesh.removeFromParent();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
    this.#texture.dispose();
  }
}
