/** The one node of the exhibition that Grotto is given. */
export const BENCH_NODE = 'here';

/** What every peer is told: the same picture, the same view. */
export interface ViewerConfig {
  /** Where the pyramid lies, with a slash at its end. */
  readonly base: string;
  readonly tileSize: number;
  /** Face sizes, coarse to fine; on disk they count from 1. */
  readonly levels: readonly number[];
  readonly previewSize: number;
  /** Order of the faces in `preview.jpg`, top to bottom. */
  readonly stripOrder: string;
  /** Degrees. */
  readonly hfov: number;
  readonly vfov: number;
}

/** The page's own config and the element to open a viewer in. */
export function readPage(): { config: ViewerConfig; container: HTMLElement } {
  const json = document.getElementById('config')?.textContent;
  const container = document.getElementById('viewer');
  if (!json || !container) throw new Error('this page has no #config or no #viewer');
  return { config: JSON.parse(json) as ViewerConfig, container };
}
