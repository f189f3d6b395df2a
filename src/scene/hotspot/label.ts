import { CanvasTexture, type Group, LinearFilter, Sprite, SpriteMaterial, SRGBColorSpace } from 'three';
import { drawLabel, fontOf, type LabelSize, type LabelStyle } from './drawLabel.ts';
import { LABEL_GAP_PX } from './pickMark.ts';
import { halfHeightOf, type MarkPlace, radiusOf } from './placeMark.ts';
import { positionOf } from './signs.ts';

/** Over the signs. */
const LABELS_ORDER = 1_001;
const NO_SIZE: LabelSize = { widthPx: 0, heightPx: 0, edgePx: 0 };

/** The name of a mark, below it: a picture of the text with one texel per device pixel wherever it is seen. */
export class MarkLabel {
  readonly place: MarkPlace;
  readonly #text: string;
  readonly #language: string;
  readonly #canvas = document.createElement('canvas');
  readonly #sprite: Sprite;
  #texture: CanvasTexture | null = null;
  #size = NO_SIZE;

  constructor(group: Group, place: MarkPlace, text: string, language: string) {
    this.place = place;
    this.#text = text;
    this.#language = language;
    // Without attenuation a sprite's scale is a size on the screen, whatever its distance and place in the view.
    const material = new SpriteMaterial({ depthTest: false, depthWrite: false, sizeAttenuation: false, fog: false });
    material.toneMapped = false;
    this.#sprite = new Sprite(material);
    this.#sprite.position.copy(positionOf(place));
    this.#sprite.renderOrder = LABELS_ORDER;
    this.#sprite.visible = false;
    group.add(this.#sprite);
  }

  /** CSS pixels; zero before it is drawn. */
  get size(): LabelSize {
    return this.#size;
  }

  get isVisible(): boolean {
    return this.#sprite.visible;
  }

  set isVisible(isVisible: boolean) {
    this.#sprite.visible = isVisible && this.#texture !== null;
  }

  /** Draws the text now, and once more when fonts that it needs have come; then `onRedraw` is called. */
  draw(style: LabelStyle, signal: AbortSignal, onRedraw: () => void): void {
    this.#paint(style);
    const { fonts } = document;
    if (fonts.check(fontOf(style), this.#text)) return;
    fonts.load(fontOf(style), this.#text).then(
      (loaded) => {
        if (signal.aborted || loaded.length === 0) return;
        this.#paint(style);
        onRedraw();
      },
      // A font that cannot be had leaves the text in the next of its family.
      () => undefined,
    );
  }

  resize(unitsPerPx: number): void {
    const { widthPx, heightPx } = this.#size;
    if (heightPx === 0) return;
    this.#sprite.scale.set(widthPx * unitsPerPx, heightPx * unitsPerPx, 1);
    const drop = halfHeightOf(this.place, radiusOf(this.place, unitsPerPx)) + LABEL_GAP_PX;
    this.#sprite.center.set(0.5, 1 + drop / heightPx);
  }

  dispose(): void {
    this.#sprite.removeFromParent();
    this.#sprite.material.dispose();
    this.#texture?.dispose();
  }

  #paint(style: LabelStyle): void {
    this.#size = drawLabel(this.#canvas, this.#text, this.#language, style);
    // A texture's memory is fixed at its first size, and another font gives another one.
    this.#texture?.dispose();
    this.#texture = new CanvasTexture(this.#canvas);
    this.#texture.colorSpace = SRGBColorSpace;
    this.#texture.generateMipmaps = false;
    this.#texture.minFilter = LinearFilter;
    const { material } = this.#sprite;
    material.map = this.#texture;
    material.needsUpdate = true;
  }
}
