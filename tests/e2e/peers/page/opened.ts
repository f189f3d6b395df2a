/** What the page of the other viewers is asked for. */
import type { PlayView } from '../../panorama/play.ts';

/** The middle of the page and the page's width, pixels of the picture from its upper left corner. */
export interface FlatView {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export type PeerView = PlayView | FlatView;

/** A picture open in another viewer. */
export interface Opened<View extends PeerView = PlayView> {
  look(view: View): void;
  close(): void;
}

/** Opens what a configuration of the viewer's own says. */
export type Open<View extends PeerView = PlayView> = (container: HTMLElement, config: object) => Promise<Opened<View>>;

export type ViewerName = 'pannellum' | 'marzipano' | 'photoSphereViewer' | 'openSeadragon';

declare global {
  interface Window {
    peers: {
      /** Closes what was open before. */
      open(viewer: ViewerName, config: object): Promise<void>;
      look(view: PeerView): void;
    };
  }
}
