import type { OrbitView } from '../view/orbitView.ts';
import type { Motion } from '#tour/relic/orbit/orbitState.ts';

/** A point of the picture, −1 to 1, to the right and up. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Something in the picture that can be taken hold of in place of the camera. */
export interface Handle {
  /** Whether a drag that begins here is its own; `reachPx` is how exact the pointer is, CSS pixels. */
  grab(spot: Spot, reachPx: number): boolean;
  drag(spot: Spot): void;
  release(): void;
}

/** What the input devices of the room share. */
export interface RoomDesk {
  /** What is dragged. */
  readonly element: HTMLElement;
  readonly view: OrbitView;
  /** Listeners added with it go when the room is disposed of. */
  readonly signal: AbortSignal;
  /** Whether a relic is in the hand. */
  readonly isOpen: () => boolean;
  /** Asks for a frame. */
  readonly wake: () => void;
  readonly handles: readonly Handle[];
  /** Whether something stood there and took the tap; `reachPx` is how exact it was. */
  readonly tap: (spot: Spot, reachPx: number) => boolean;
  /** Looks at what is there. */
  readonly focus: (spot: Spot) => void;
  /** The pointer rests there, or left (null). The cursor to show. */
  readonly hover: (spot: Spot | null) => string;
  /** Zooms about what is there. */
  readonly zoom: (amount: number, spot: Spot) => void;
  /** Adds a device that holds the camera moving; what it says holds until it says something else. */
  readonly addDevice: () => (motion: Motion) => void;
  /** Shows the whole relic. */
  readonly showWhole: () => void;
  /** Opens the annotation that comes `by` after the open one, around to the first; the first or last where none is. */
  readonly openNext: (by: number) => void;
  /** Enter, or a gamepad's button: acts on what is in the middle. */
  readonly act: () => boolean;
  /** Steps back: leaves what was begun, and in the end puts the relic back. */
  readonly leave: () => void;
}
