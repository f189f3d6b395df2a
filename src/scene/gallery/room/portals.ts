import { CanvasTexture, LinearFilter, Matrix3, SRGBColorSpace } from 'three';
import type { Exhibition, ExhibitionNode } from '#document/schema.ts';
import { toRadians } from '#shared/angle.ts';
import { previewFaceOrder } from '#sources/panorama/cube-tiles/address.ts';
import type { HallPlan } from '#tour/gallery/plan.ts';
import { rotationToPanorama } from '#tour/pose.ts';
import { findNode } from '#tour/selectors/findNode.ts';
import { findAsset } from '#tour/selectors/made.ts';

/** Doors whose place can be seen; what lies beyond further ones is light alone. */
export const MOST_PORTALS = 8;
/** Of a face of a place as it is seen through its door. */
const SIDE = 128;

interface Beyond {
  readonly door: number;
  readonly uri: string;
  readonly faceOrder: readonly number[];
  /** The hall's frame → the panorama's. */
  readonly toPanorama: Matrix3;
}

/**
 * What is seen through the doors of a hall: the places they lead to, from their previews, each as it will lie before
 * whoever goes through. A door whose picture is not there yet, or of a place without one, shows only the light of day.
 */
export class Portals {
  /** One strip of six faces for each door, side by side. */
  readonly texture: CanvasTexture;
  /** Zero for a door of which nothing is known. */
  readonly turns: readonly Matrix3[] = Array.from({ length: MOST_PORTALS }, () =>
    new Matrix3().set(0, 0, 0, 0, 0, 0, 0, 0, 0),
  );
  readonly #leaving = new AbortController();
  readonly #pen: CanvasRenderingContext2D | null;

  constructor(doorCount: number) {
    const canvas = document.createElement('canvas');
    canvas.width = SIDE * Math.max(1, Math.min(MOST_PORTALS, doorCount));
    canvas.height = SIDE * 6;
    this.#pen = canvas.getContext('2d', { willReadFrequently: true });
    this.texture = new CanvasTexture(canvas);
    this.texture.colorSpace = SRGBColorSpace;
    this.texture.flipY = false;
    this.texture.generateMipmaps = false;
    this.texture.minFilter = LinearFilter;
  }

  get gpuBytes(): number {
    const { width, height } = this.texture.image;
    return width * height * 4;
  }

  /** Fetches the previews; `onChange` is called whenever another door can be seen through. */
  load(
    plan: HallPlan,
    exhibition: Exhibition,
    nodeId: string,
    resolve: (uri: string) => string | null,
    onChange: () => void,
  ): void {
    // prettier-ignore
    for (const beyond of listBeyond(plan, exhibition, nodeId)) {
      const url = resolve(beyond.uri);
      if (url === null) continue;
      // A door without its picture is a door all the same.
      this.#draw(url, beyond).then(onChange, () => undefined);
    }
  }

  dispose(): void {
    this.#leaving.abort();
    this.texture.dispose();
  }

  async #draw(url: string, { door, faceOrder, toPanorama }: Beyond): Promise<void> {
    const { signal } = this.#leaving;
    const response = await fetch(url, { signal, credentials: 'same-origin' });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    const size = { resizeWidth: SIDE, resizeHeight: SIDE * 6, resizeQuality: 'medium' } as const;
    const strip = await createImageBitmap(await response.blob(), size);
    if (!signal.aborted && this.#pen) {
      faceOrder.forEach((face, place) => {
        this.#pen?.drawImage(strip, 0, place * SIDE, SIDE, SIDE, door * SIDE, face * SIDE, SIDE, SIDE);
      });
      this.turns[door]?.copy(toPanorama);
      this.texture.needsUpdate = true;
    }
    strip.close();
  }
}

function listBeyond(plan: HallPlan, exhibition: Exhibition, nodeId: string): Beyond[] {
  const here = findNode(exhibition, nodeId);
  return plan.doorways.slice(0, MOST_PORTALS).flatMap(({ to }, door) => {
    const there = findNode(exhibition, to);
    const asset = there && findAsset(exhibition, there.asset);
    if (asset?.kind !== 'panorama') return [];
    const layer = asset.layers.find(({ id }) => id === there?.layer) ?? asset.layers[0];
    const source = layer?.source;
    if (!source || !('preview' in source && source.preview)) return [];
    const toPanorama = new Matrix3().set(...rotationToPanorama(asset.pose)).multiply(turnBetween(here, there));
    return [{ door, uri: source.preview.uri, faceOrder: previewFaceOrder(source), toPanorama }];
  });
}

/** One keeps one's compass direction through a door: a view's yaw there is its yaw here and the difference of headings. */
function turnBetween(here: ExhibitionNode | undefined, there: ExhibitionNode | undefined): Matrix3 {
  const turn = toRadians((here?.heading ?? 0) - (there?.heading ?? 0));
  const [s, c] = [Math.sin(turn), Math.cos(turn)];
  // Yaw grows from −Z towards +X.
  return new Matrix3().set(c, 0, -s, 0, 1, 0, s, 0, c);
}
