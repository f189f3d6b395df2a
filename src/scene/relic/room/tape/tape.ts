import { Color, type Group } from 'three';
import type { Vec3 } from '#shared/vec.ts';
import type { LabelStyle } from '#scene/hotspot/drawLabel.ts';
import type { Measurement } from '#tour/relic/state.ts';
import { OCHRE, PLASTER } from '#scene/hotspot/colours.ts';
import type { Segment } from '../../../sign/screenLines.ts';
import type { Sign } from '../sign/signs.ts';
import { Tag } from '../../../sign/tag.ts';

/** Metres → what the tag says, such as "12.4 mm", in the visitor's language. */
export type FormatLength = (metres: number) => string;

const RISE_PX = 20;

export interface TapeStyle {
  readonly language: string;
  readonly label: LabelStyle;
  readonly format: FormatLength;
}

/** The lengths that were measured, and the one that is being measured, as lines, ends and tags. */
export class Tape {
  readonly #group: Group;
  readonly #onRedraw: () => void;
  readonly #done = new Color(PLASTER);
  readonly #begun = new Color(OCHRE);
  readonly #tags: Tag[] = [];

  constructor(group: Group, onRedraw: () => void) {
    this.#group = group;
    this.#onRedraw = onRedraw;
  }

  /** What to draw; `seek` is where the next end would be, null where nobody seeks one. */
  draw(measurements: readonly Measurement[], seek: Vec3 | null, style: TapeStyle): { signs: Sign[]; lines: Segment[] } {
    const signs: Sign[] = [];
    const lines: Segment[] = [];
    let tags = 0;
    for (const { from, to } of measurements) {
      const end = to ?? seek;
      const colour = to ? this.#done : this.#begun;
      signs.push(endAt(from, colour));
      if (!end) continue;
      signs.push(endAt(end, colour));
      lines.push({ from, to: end, colour, widthPx: to ? 2 : 1.5 });
      const tag = (this.#tags[tags] ??= new Tag(this.#group, this.#onRedraw));
      tags++;
      tag.say(style.format(lengthBetween(from, end)), style.language, style.label);
      tag.place([(from[0] + end[0]) / 2, (from[1] + end[1]) / 2, (from[2] + end[2]) / 2], RISE_PX);
    }
    const isBegun = measurements.at(-1)?.to === null;
    if (seek && !isBegun) signs.push(endAt(seek, this.#begun));
    for (const tag of this.#tags.slice(tags)) tag.say('', style.language, style.label);
    return { signs, lines };
  }

  /** A pixel is `unitsPerPx` metres wide at a metre's distance. */
  follow(unitsPerPx: number): void {
    for (const tag of this.#tags) tag.follow(unitsPerPx);
  }

  dispose(): void {
    for (const tag of this.#tags) tag.dispose();
    this.#tags.length = 0;
  }
}

export function lengthBetween(a: Vec3, b: Vec3): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function endAt(at: Vec3, colour: Color): Sign {
  return { kind: 'end', at, colour, radiusPx: 6.5, opacity: 1, turn: 0 };
}
