/** What the page of the other viewers is asked for. */
import type { PlayView } from '../../panorama/play.ts';

/** A panorama open in another viewer. */
export interface Opened {
  look(view: PlayView): void;
  close(): void;
}

/** Opens what a configuration of the viewer's own says. */
export type Open = (container: HTMLElement, config: object) => Promise<Opened>;

export type ViewerName = 'pannellum' | 'marzipano' | 'photoSphereViewer';

declare global {
  interface Window {
    peers: {
      /** Closes what was open before. */
      open(viewer: ViewerName, config: object): Promise<void>;
      look(view: PlayView): void;
    };
  }
}
