import { Box3, Vector3 } from 'three';
import type { ModelAsset, TilesetAsset } from '#document/relicSchema.ts';
import type { RelicContent } from '#scene/relic/relicContent.ts';
import type { OrbitView } from '../view/orbitView.ts';
import { spreadOf } from './spreadOf.ts';
import type { StageSet } from './stageSet.ts';

/** Coarse and fine steps of a relic differ by this share of its radius; the picture must not jump for that. */
const HAIR = 0.02;

/** How large a relic is, as its document says and then as its file shows; camera and stage are set up for it. */
export class Setting {
  readonly #view: OrbitView;
  readonly #stage: StageSet;
  /** Longest side of its finest texture, pixels. */
  readonly #textureSize: number;
  #bounds: Box3 | null = null;
  #hasMet = false;

  constructor(view: OrbitView, stage: StageSet, asset: ModelAsset | TilesetAsset | null) {
    this.#view = view;
    this.#stage = stage;
    const lods = asset?.kind === 'model' ? asset.lods : [];
    this.#textureSize = Math.max(0, ...lods.map(({ textureSize = 0 }) => textureSize));
    const box = asset?.boundingBox;
    if (!box) return;
    const [width, depth] = [box.max[0] - box.min[0], box.max[2] - box.min[2]];
    this.#set(new Box3(new Vector3(...box.min), new Vector3(...box.max)), Math.max(width, depth) / 2);
  }

  get isKnown(): boolean {
    return this.#bounds !== null;
  }

  /** A step of the relic is here. Says whether its size is another than was thought. */
  meet(content: RelicContent): boolean {
    const { bounds } = content;
    if (bounds.isEmpty() || (this.#hasMet && this.#isAsThought(bounds))) return false;
    this.#hasMet = true;
    this.#set(bounds.clone(), spreadOf(content));
    return true;
  }

  #isAsThought({ min, max }: Box3): boolean {
    const hair = this.#view.radius * HAIR;
    const known = this.#bounds;
    return known !== null && known.min.distanceTo(min) < hair && known.max.distanceTo(max) < hair;
  }

  #set(bounds: Box3, spread: number): void {
    this.#bounds = bounds;
    this.#view.setBounds(bounds, this.#textureSize);
    this.#stage.fit(bounds, spread, this.#view);
    // What it stands on belongs to the picture and has its size only now.
    this.#view.measure();
  }
}
