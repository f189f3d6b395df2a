/** Starts the viewer: the picture first, the interface over it next, everything else when it is asked for. */
import { bindAddressBar } from '#tour/addressBar.ts';
import { exhibitionUrl, fetchExhibition } from './fetchExhibition.ts';
import { beginTour, beginVisit } from './visit.tsx';
import type { Visit } from './visit.tsx';

/** The interface waits for a sharp picture, but no longer than this, milliseconds. */
const INTERFACE_WAITS_MS = 1_000;

async function start(): Promise<void> {
  const root = document.getElementById('app');
  if (!root) throw new Error('the page has no element "app"');
  const opened = await fetchExhibition(exhibitionUrl(location.href));
  const { exhibition } = opened;
  if (!exhibition) {
    const { explainNoExhibition } = await import('./explain.ts');
    await explainNoExhibition(root, opened.faults);
    return;
  }
  const canvas = document.createElement('canvas');
  canvas.className = 'picture';
  canvas.tabIndex = -1;
  root.append(canvas);

  const visit = await beginVisit(opened, exhibition, { canvas, container: root }).catch((error: unknown) => {
    canvas.remove();
    return error instanceof Error ? error : new Error(String(error));
  });
  const { tour, liveView } = visit instanceof Error ? beginTour(opened, exhibition) : visit;
  const scene = visit instanceof Error ? null : visit.scene;
  const { installScriptApi } = await import('./scriptApi/install.ts');
  installScriptApi(window, { tour, liveView, scene });
  bindAddressBar({ tour, window, onFaults: (faults) => tour.commands.report(faults) });
  // Whoever follows a link to a view sees it as soon as it is there; the card would be of another place.
  if (scene && !tour.store.getState().isTitleOpen) {
    void scene.whenSharp().then(() => document.getElementById('title-card')?.remove());
  }
  if (scene) await Promise.race([scene.whenSharp(), pause(INTERFACE_WAITS_MS)]);
  await openInterface(root, visit instanceof Error ? null : visit, { tour, liveView }, opened.url);
}

async function openInterface(
  root: HTMLElement,
  visit: Visit | null,
  { tour, liveView }: Pick<Visit, 'tour' | 'liveView'>,
  baseUrl: string,
): Promise<void> {
  const { mountUi } = await import('#ui/mount.tsx');
  await mountUi({
    root,
    tour,
    liveView,
    baseUrl,
    hasPicture: visit !== null,
    reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
    ...(visit && { pad: visit.look.pad, focus: visit.focus, stats: () => visit.scene.stats() }),
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

void start();
