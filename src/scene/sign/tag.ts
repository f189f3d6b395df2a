import { CanvasTexture, LinearFilter, type Object3D, Sprite, SpriteMaterial, SRGBColorSpace } from 'three';
import type { Vec3 } from '#shared/vec.ts';
import { onPageType } from '#scene/hotspot/pageType.ts';
import { labelStyle } from './labelStyle.ts';
import { drawLabel, fontOf, type LabelSize, type LabelStyle } from '#scene/hotspot/drawLabel.ts';

const ORDER = 1_010;
/** Between a tag and the point it stands beside, CSS pixels. */
const ASIDE_PX = 12;
const NO_SIZE: LabelSize = { widthPx: 0, heightPx: 0, edgePx: 0 };

/** A few words beside a point of the relic: a picture of the text with one texel per device pixel. */
export class Tag {
  readonly #canvas = document.createElement('canvas');
  readonly #sprite: Sprite;
  readonly #onRedraw: () => void;
  readonly #loading = new AbortController();
  #texture: CanvasTexture | null = null;
  #size = NO_SIZE;
  #drawn = '';
  #said: { readonly text: string; readonly language: string; readonly pixelRatio: number } | null = null;
  #risePx = 0;
  #side: -1 | 0 | 1 = 0;

  /** `onRedraw` is called when a font has come that the words were waiting for. */
  constructor(parent: Object3D, onRedraw: () => void) {
    const material = new SpriteMaterial({ depthTest: false, depthWrite: false, sizeAttenuation: false, fog: false });
    material.toneMapped = false;
    this.#sprite = new Sprite(material);
    this.#sprite.renderOrder = ORDER;
    this.#sprite.visible = false;
    this.#onRedraw = onRedraw;
    parent.add(this.#sprite);
    onPageType(() => this.#sayAgain(), this.#loading.signal);
  }

  /** Draws the words where they are new; an empty text hides the tag. */
  say(text: string, language: string, style: LabelStyle): void {
    this.#sprite.visible = text !== '';
    const key = `${text}\n${language}\n${style.family}\n${style.fontPx}\n${style.pixelRatio}`;
    if (text === '' || key === this.#drawn) return;
    this.#drawn = key;
    this.#said = { text, language, pixelRatio: style.pixelRatio };
    this.#paint(text, language, style);
    const { fonts } = document;
    if (fonts.check(fontOf(style), text)) return;
    fonts.load(fontOf(style), text).then(
      (loaded) => {
        if (this.#loading.signal.aborted || loaded.length === 0 || this.#drawn !== key) return;
        this.#paint(text, language, style);
        this.#onRedraw();
      },
      // A font that cannot be had leaves the text in the next of its family.
      () => undefined,
    );
  }

  /** `risePx`: how far above the point, CSS pixels; `side`: to the left (−1) or right (1) of it, or over it. */
  place(at: Vec3, risePx: number, side: -1 | 0 | 1 = 0): void {
    this.#sprite.position.set(...at);
    this.#risePx = risePx;
    this.#side = side;
  }

  /** A pixel is `unitsPerPx` metres wide at a metre's distance. */
  follow(unitsPerPx: number): void {
    const { widthPx, heightPx } = this.#size;
    if (heightPx === 0) return;
    this.#sprite.scale.set(widthPx * unitsPerPx, heightPx * unitsPerPx, 1);
    const aside = this.#side === 0 ? 0 : this.#side * (0.5 + ASIDE_PX / widthPx);
    this.#sprite.center.set(0.5 - aside, 0.5 - this.#risePx / heightPx);
  }

  dispose(): void {
    this.#loading.abort();
    this.#sprite.removeFromParent();
    this.#sprite.material.dispose();
    this.#texture?.dispose();
  }

  #sayAgain(): void {
    if (!this.#said || !this.#sprite.visible) return;
    const { text, language, pixelRatio } = this.#said;
    this.#drawn = '';
    this.say(text, language, labelStyle(pixelRatio));
    this.#onRedraw();
  }

  #paint(text: string, language: string, style: LabelStyle): void {
    this.#size = drawLabel(this.#canvas, text, language, style);
    // A texture's memory is fixed at its first size, and another text gives another one.
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
