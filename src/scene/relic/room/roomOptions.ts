import type { Texture, WebGLRenderer } from 'three';
import type { Vec3 } from '#shared/vec.ts';
import type { SceneLayer } from '#scene/frame/layer.ts';
import type { RelicContent } from '#scene/relic/relicContent.ts';
import type { RelicPool } from '#scene/relic/relicPool.ts';
import type { Insets } from '#tour/relic/orbit/framing.ts';
import type { Tour } from '#tour/store.ts';
import type { Effort } from './stage/stageSet.ts';

export interface RelicRoomOptions {
  /** Its `relic` is what the room shows; the room writes facts, the orbit at rest and what is done in the picture. */
  readonly tour: Tour;
  readonly pool: RelicPool;
  /** Its canvas takes pointers and wheel. */
  readonly renderer: WebGLRenderer;
  /** Keys act while something in it, or nothing in particular, has the focus. */
  readonly container: HTMLElement;
  readonly requestFrame: () => void;
  readonly isMotionReduced: () => boolean;
  /** Light from all around; asked for every frame, as it is another texture once the GPU was lost. */
  readonly light: { readonly environment: Texture };
  /** Called when the relic is put back, for whoever shows relics in the place; the room shows none any more. */
  readonly putBack?: () => void;
  /** What the machine can bear; by default no shadows where the processor draws. */
  readonly effort?: Effort;
}

export interface ShownRelic {
  /** Of its finest step that is here. */
  readonly content: RelicContent;
  readonly variant: string | null;
  /** Of which of its states; `''` is the model itself. */
  readonly stateId: string;
}

/** The relic room as a layer of the scene: it has the camera and hides the panoramas while `tour.relic` is not null. */
export interface RelicRoom extends SceneLayer {
  /** What panels cover of the picture, CSS pixels: the relic sits in what is left. */
  setInsets(insets: Insets): void;
  /** The page speaks of an annotation, as a list's focus or hover does; null when it no longer does. */
  nameAnnotation(annotationId: string | null): void;
  /** The point of the surface seen at a place of the window (CSS pixels), the model's metres; null beside the relic. */
  pick(xPx: number, yPx: number): Promise<Vec3 | null>;
  /** What is seen of the open relic, for whoever makes a file of it or sets it elsewhere; null before anything is. */
  readonly shown: ShownRelic | null;
  /** Why nothing of the open relic can be shown, in words for a curator; null while there is hope. */
  readonly fault: string | null;
}
