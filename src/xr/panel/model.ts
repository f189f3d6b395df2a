/** What a panel shows, from top to bottom, without a word on where that is: `layout` sees to it. */
import type { PickedText } from '#i18n/pickText.ts';
import type { PanelAction, Setting } from './action.ts';

export interface PanelModel {
  /** What is open; pages begin anew where it changes. */
  readonly key: string;
  readonly title: PickedText;
  readonly blocks: readonly Block[];
  /** What the button in the corner does; null where the panel wants an answer. */
  readonly closing: PanelAction | null;
}

export type Block =
  | { readonly kind: 'heading'; readonly text: PickedText }
  | { readonly kind: 'paragraph'; readonly text: PickedText; readonly tone: 'body' | 'small' | 'strong' | 'name' }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: PickedText; readonly value: PickedText }[] }
  | PictureBlock
  /** What must be said about how something was made. */
  | { readonly kind: 'badge'; readonly text: PickedText }
  | { readonly kind: 'buttons'; readonly columns: 1 | 2; readonly buttons: readonly PanelButton[] }
  | ChoiceBlock
  | { readonly kind: 'switch'; readonly label: PickedText; readonly isOn: boolean; readonly action: PanelAction }
  | SliderBlock
  | { readonly kind: 'places'; readonly places: readonly PlaceEntry[] }
  | PlanBlock;

export interface PictureBlock {
  readonly kind: 'picture';
  /** As in the document. */
  readonly uri: string;
  /** Only their proportion counts. */
  readonly width: number;
  readonly height: number;
  readonly alt: PickedText;
}

export interface PanelButton {
  readonly label: PickedText;
  readonly action: PanelAction;
  /** What most visitors want to do here. */
  readonly isMain?: boolean;
}

export interface ChoiceBlock {
  readonly kind: 'choice';
  readonly legend: PickedText | null;
  /** Beside each other where they fit, or one below the other. */
  readonly isRow: boolean;
  readonly options: readonly ChoiceOption[];
}

export interface ChoiceOption {
  readonly label: PickedText;
  readonly note: PickedText | null;
  readonly isChosen: boolean;
  readonly action: PanelAction;
  /** A second button beside the option that speaks its name. */
  readonly speaking?: PanelAction | null;
}

export interface SliderBlock {
  readonly kind: 'slider';
  readonly label: PickedText;
  readonly valueText: PickedText;
  readonly setting: Setting;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

export interface PlaceEntry {
  readonly label: PickedText;
  readonly summary: PickedText | null;
  /** Says that the visitor is there; null where not. */
  readonly here: PickedText | null;
  readonly action: PanelAction;
}

/** Lengths in the units of the plan, north up. */
export interface PlanBlock {
  readonly kind: 'plan';
  readonly width: number;
  readonly height: number;
  /** The picture beneath, as in the document. */
  readonly uri: string | null;
  readonly ways: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];
  readonly spots: readonly PlanSpot[];
  /** Where the visitor is and looks, radians clockwise from north. */
  readonly view: { readonly x: number; readonly y: number; readonly turn: number } | null;
}

export interface PlanSpot {
  readonly x: number;
  readonly y: number;
  readonly label: PickedText;
  readonly isHere: boolean;
  readonly action: PanelAction;
}
