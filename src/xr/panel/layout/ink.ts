/** What is drawn and what is pressed, in metres from a corner of the panel, x to the right, y downward. */
import type { PanelAction, Setting } from '../action.ts';
import type { TypeStyle } from '../type/typeStyle.ts';

export type Colour = 'plaster' | 'dim' | 'ochre' | 'hairline' | 'ground';

export type Ink =
  | {
      readonly kind: 'text';
      /** Of the baseline, at its left end or in its middle. */
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly language: string;
      readonly style: TypeStyle;
      readonly colour: Colour;
      readonly align: 'left' | 'middle' | 'right';
      /** Added between signs, beside what the style does. */
      readonly spread: number;
    }
  | { readonly kind: 'line'; readonly points: readonly number[]; readonly width: number; readonly colour: Colour }
  | (Box & {
      readonly kind: 'box';
      readonly radius: number;
      readonly fill: Colour | null;
      readonly stroke: Colour | null;
    })
  | {
      readonly kind: 'disc';
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly fill: Colour | null;
      readonly stroke: Colour | null;
    }
  /** Filled, corners as x, y, x, y …; `strength` 0 to 1. */
  | { readonly kind: 'shape'; readonly points: readonly number[]; readonly fill: Colour; readonly strength: number }
  | (Box & { readonly kind: 'picture'; readonly uri: string });

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a pointer does something. `id` stays the same from one drawing of the panel to the next. */
export type Control = { readonly id: string; readonly box: Box } & (
  | { readonly kind: 'press'; readonly action: PanelAction }
  | ({ readonly kind: 'slide' } & SlideTrack)
  /** Where the panel is taken hold of. */
  | { readonly kind: 'grip' }
);

export interface SlideTrack {
  readonly setting: Setting;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Where on the panel the least and the greatest value lie. */
  readonly fromX: number;
  readonly toX: number;
}

/** A piece of a panel that is never parted by the end of a page. */
export interface Strip {
  /** Free space above it, but for the first of a page. */
  readonly gap: number;
  readonly height: number;
  readonly inks: readonly Ink[];
  readonly controls: readonly Control[];
  /** A page does not end with it. */
  readonly isLeading?: boolean;
  /** Left and right in it are those of the place or of a picture: it is laid the same way in every language. */
  readonly isSpatial?: boolean;
}

export interface PanelPage {
  readonly width: number;
  readonly height: number;
  readonly inks: readonly Ink[];
  readonly controls: readonly Control[];
}

export function moveInk(ink: Ink, dx: number, dy: number): Ink {
  switch (ink.kind) {
    case 'line':
    case 'shape':
      return { ...ink, points: ink.points.map((value, index) => value + (index % 2 === 0 ? dx : dy)) };
    default:
      return { ...ink, x: ink.x + dx, y: ink.y + dy };
  }
}

export function moveControl(control: Control, dx: number, dy: number): Control {
  const box = { ...control.box, x: control.box.x + dx, y: control.box.y + dy };
  return control.kind === 'slide'
    ? { ...control, box, fromX: control.fromX + dx, toX: control.toX + dx }
    : { ...control, box };
}

export function isIn({ x, y, width, height }: Box, atX: number, atY: number): boolean {
  return atX >= x && atX <= x + width && atY >= y && atY <= y + height;
}
