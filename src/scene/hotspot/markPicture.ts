import { Group } from 'three';
import type { Mark } from '#tour/marks.ts';
import { findReadable } from './declutter.ts';
import type { LabelStyle } from './drawLabel.ts';
import { MarkLabel } from './label.ts';
import type { Walls } from './knownWalls.ts';
import { LABEL_GAP_PX, type PlacedMark } from './pickMark.ts';
import { halfHeightOf, type MarkPlace, placeMark, radiusOf } from './placeMark.ts';
import { Signs } from './signs.ts';

/** Names are judged anew when the picture was magnified by a tenth. */
const REJUDGE_ZOOM = 0.1;

class DrawnMark implements PlacedMark {
  readonly mark: Mark;
  readonly place: MarkPlace;
  isLit = false;
  /** Whether no nearer label lies over its own. */
  isReadable = true;
  drawn: MarkLabel | null = null;

  constructor(mark: Mark, walls: Walls | null) {
    this.mark = mark;
    this.place = placeMark(mark, walls);
  }

  /** Whether its name shows at rest. */
  get isNamed(): boolean {
    return this.mark.kind === 'link' && !this.place.isHidden;
  }

  get label(): { widthPx: number; heightPx: number } {
    return this.drawn?.isVisible ? this.drawn.size : { widthPx: 0, heightPx: 0 };
  }
}

/**
 * The marks of a place as objects of the scene, around the eyes at its origin. Links carry their names; a hotspot shows
 * its own while it is lit, and so does what lies behind a wall. Nothing here moves by itself, so that a picture at rest draws no frame.
 */
export class MarkPicture {
  readonly group = new Group();
  readonly #signs = new Signs(this.group);
  readonly #style: () => LabelStyle;
  readonly #onChange: () => void;
  #marks: DrawnMark[] = [];
  #unitsPerPx = 0;
  /** The `unitsPerPx` at which the names were last judged by whether they lie over each other; 0 before. */
  #judgedAt = 0;
  #loading = new AbortController();

  /** `onChange` is called when a frame is due for a reason of the picture's own. */
  constructor(style: () => LabelStyle, onChange: () => void) {
    this.#style = style;
    this.#onChange = onChange;
    this.group.name = 'marks';
  }

  get marks(): readonly PlacedMark[] {
    return this.#marks;
  }

  show(marks: readonly Mark[], walls: Walls | null = null): void {
    this.#clear();
    this.#judgedAt = 0;
    this.#marks = marks.map((mark) => new DrawnMark(mark, walls));
    this.#signs.show(this.#marks.map(({ place }) => place));
    for (const drawn of this.#marks) if (drawn.isNamed) this.#name(drawn);
    this.#fit();
  }

  light(isLit: (key: string) => boolean): void {
    this.#marks.forEach((drawn, index) => {
      const now = isLit(drawn.mark.key);
      if (now === drawn.isLit) return;
      drawn.isLit = now;
      this.#signs.light(index, now);
      if (now && !drawn.drawn) this.#name(drawn);
    });
    this.#fit();
  }

  /** Follows the camera's zoom; a pixel is `unitsPerPx` metres wide at a metre's distance. */
  follow(unitsPerPx: number): void {
    if (unitsPerPx === this.#unitsPerPx) return;
    this.#unitsPerPx = unitsPerPx;
    this.#fit();
  }

  dispose(): void {
    this.#clear();
    this.#signs.dispose();
  }

  #name(drawn: DrawnMark): void {
    drawn.drawn = new MarkLabel(this.group, drawn.place, drawn.mark.label, drawn.mark.language);
    drawn.drawn.draw(this.#style(), this.#loading.signal, () => {
      this.#judgedAt = 0;
      this.#fit();
      this.#onChange();
    });
  }

  #fit(): void {
    const unitsPerPx = this.#unitsPerPx;
    if (unitsPerPx === 0) return;
    this.#signs.resize(unitsPerPx);
    const zoomed = Math.abs(Math.log(unitsPerPx / this.#judgedAt));
    if (!(zoomed < REJUDGE_ZOOM)) this.#judge(unitsPerPx);
    for (const { drawn, isNamed, isLit, isReadable } of this.#marks) {
      if (!drawn) continue;
      drawn.isVisible = isLit || (isNamed && isReadable);
      drawn.resize(unitsPerPx);
    }
  }

  /** Finds the links whose names lie under nearer ones. It allocates, so not in every frame of a zoom. */
  #judge(unitsPerPx: number): void {
    this.#judgedAt = unitsPerPx;
    const links = this.#marks.filter(({ isNamed, drawn }) => isNamed && drawn);
    const readable = findReadable(
      links.map(({ place, drawn }) => {
        const { widthPx, heightPx, edgePx } = drawn?.size ?? { widthPx: 0, heightPx: 0, edgePx: 0 };
        const offsetPx = halfHeightOf(place, radiusOf(place, unitsPerPx)) + LABEL_GAP_PX + heightPx / 2;
        return { place, widthPx: widthPx - 2 * edgePx, heightPx: heightPx - 2 * edgePx, offsetPx };
      }),
      unitsPerPx,
    );
    links.forEach((link, index) => (link.isReadable = readable[index] ?? true));
  }

  #clear(): void {
    this.#loading.abort();
    this.#loading = new AbortController();
    for (const { drawn } of this.#marks) drawn?.dispose();
    this.#marks = [];
    this.#signs.show([]);
  }
}
