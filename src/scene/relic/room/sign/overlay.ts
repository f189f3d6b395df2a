import { Group, Vector3 } from 'three';
import { describeLength } from '#i18n/length.ts';
import type { Vec3 } from '#shared/vec.ts';
import type { LampHandle } from '../light/lampHandle.ts';
import type { ScaleFigure } from '../scale/figure.ts';
import type { SectionHandle } from '../section/sectionHandle.ts';
import type { Showcase } from '../showcase.ts';
import { type FormatLength, Tape } from '../tape/tape.ts';
import type { OrbitView } from '../view/orbitView.ts';
import { growthOf, labelStyle } from '../../../sign/labelStyle.ts';
import { ScreenLines } from '../../../sign/screenLines.ts';
import { Signs } from './signs.ts';
import { Tag } from '../../../sign/tag.ts';

export interface OverlayParts {
  readonly view: OrbitView;
  readonly lamp: LampHandle;
  readonly section: SectionHandle;
  readonly figure: ScaleFigure;
  readonly onRedraw: () => void;
}

/** Size of the picture, device pixels, and how many of them a CSS pixel has. */
export interface Screen {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pixelRatio: number;
}

/** Everything that is drawn over a relic: handles of the tool at hand, lengths, outlines, words. */
export class Overlay {
  readonly group = new Group();
  /** Where the tape's next end would be. */
  seek: Vec3 | null = null;
  readonly #parts: OverlayParts;
  readonly #lines = new ScreenLines();
  readonly #signs = new Signs();
  readonly #tape: Tape;
  readonly #heightTag: Tag;
  readonly #top = new Vector3();
  #growth = 1;

  constructor(parts: OverlayParts) {
    this.#parts = parts;
    this.#tape = new Tape(this.group, parts.onRedraw);
    this.#heightTag = new Tag(this.group, parts.onRedraw);
    this.group.add(this.#lines.group, this.#signs.mesh);
  }

  /** Draws anew what has changed; handles keep their size on the screen, so they do with every move of the camera. */
  follow(showcase: Showcase, language: string, screen: Screen, isMoving: boolean): void {
    const { tool } = showcase.relic;
    const hasHandles = tool === 'lamp' || tool === 'section';
    if (showcase.isStale || (isMoving && (hasHandles || this.#parts.figure.isShown))) {
      this.#draw(showcase, language, screen.pixelRatio);
      showcase.isStale = false;
    }
    const { widthPx, heightPx, pixelRatio } = screen;
    const { unitsPerPx } = this.#parts.view;
    const signRatio = pixelRatio * this.#growth;
    this.#lines.follow(widthPx, heightPx, signRatio);
    this.#signs.follow(widthPx, heightPx, signRatio);
    this.#tape.follow(unitsPerPx);
    this.#heightTag.follow(unitsPerPx);
    showcase.annotated.marks.follow(widthPx, heightPx, pixelRatio, this.#growth, unitsPerPx);
    this.#parts.figure.follow(this.#parts.view, widthPx, heightPx, signRatio);
  }

  clear(): void {
    this.seek = null;
    this.#lines.show([]);
    this.#signs.show([]);
    this.#tape.dispose();
  }

  dispose(): void {
    this.#lines.dispose();
    this.#signs.dispose();
    this.#tape.dispose();
    this.#heightTag.dispose();
  }

  #draw(showcase: Showcase, language: string, pixelRatio: number): void {
    const { relic, cut } = showcase;
    const { lamp, section, view, figure } = this.#parts;
    const { uncertainty } = showcase;
    // As the panel of the tape writes them.
    const format: FormatLength = (metres) => describeLength(metres, { tag: language }, { uncertainty });
    const label = labelStyle(pixelRatio);
    this.#growth = growthOf(label);
    const isTape = relic.tool === 'tape';
    const tape = this.#tape.draw(relic.measurements, isTape ? this.seek : null, { language, label, format });
    const signs = [...tape.signs];
    const lines = [...tape.lines, ...showcase.annotated.marks.draw()];
    if (relic.tool === 'lamp') {
      const drawn = lamp.draw();
      signs.push(drawn.sign);
      lines.push(drawn.beam);
    }
    if (relic.tool === 'section' && cut.current) {
      const drawn = section.draw(cut.current);
      signs.push(...drawn.signs);
      lines.push(...drawn.lines);
    }
    this.#signs.show(signs);
    this.#lines.show(lines);
    showcase.labelAnnotation(pixelRatio);
    if (figure.isShown) {
      figure.follow(view, 1, 1, 1);
      const height = figure.top(this.#top);
      this.#heightTag.place([this.#top.x, this.#top.y, this.#top.z], 22);
      this.#heightTag.say(describeLength(height, { tag: language }), language, label);
    } else {
      this.#heightTag.say('', language, label);
    }
  }
}
