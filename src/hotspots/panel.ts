/** What a hotspot's panel says, as plain data that the page and the headset both draw. */
import type { RightsNotice } from '#document/rights/describeRights.ts';
import type { Exhibition, Hotspot } from '#document/schema.ts';
import type { MadeLabel } from '#document/sourceType.ts';
import type { PickedText } from '#i18n/pickText.ts';

export interface LabelledText {
  readonly label: PickedText;
  readonly value: PickedText;
}

export interface PanelPicture {
  /** As in the document: to be resolved with `resolveAssetUri` by whoever shows it. */
  readonly uri: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly alt: PickedText;
}

export interface Inscription {
  readonly transcription: readonly PickedText[];
  readonly translation: readonly PickedText[];
}

/** Every text is plain text with the language it is in: never HTML, whatever it looks like. */
export interface PanelContent {
  readonly kind: Hotspot['kind'];
  readonly title: PickedText;
  readonly paragraphs: readonly PickedText[];
  readonly facts: readonly LabelledText[];
  /** What is written on the thing itself, as it stands there and as it is understood; of a text alone. */
  readonly inscription?: Inscription;
  readonly picture: PanelPicture | null;
  readonly credit: PickedText | null;
  /** Must be shown wherever the picture is. */
  readonly requiredStatement: LabelledText | null;
  readonly rights: RightsNotice | null;
  /** What must be said beside the picture about how it was made. */
  readonly made: MadeLabel | null;
}

/** What the contents of a hotspot are made from. `language` is the visitor's. */
export interface ContentContext {
  readonly exhibition: Exhibition;
  readonly language: string;
}

export type HotspotOf<Kind extends Hotspot['kind']> = Extract<Hotspot, { kind: Kind }>;
