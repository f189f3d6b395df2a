/** Guided tours on the page: what is drawn, pressed and seen of them is the visit's. */
import type { Narrator } from '#tour/guide/ports.ts';
import type { LiveView } from '#tour/look/liveView.ts';
import type { Tour } from '#tour/store.ts';
import type { Visit } from '../visit.tsx';
import { openCaptionist } from '../captions/openCaptionist.ts';
import { openGuide } from './openGuide.ts';

export interface GuidedVisit {
  readonly tour: Tour;
  readonly liveView: LiveView;
  /** Null where nothing can be drawn. */
  readonly visit: Visit | null;
  /** The address of `exhibition.json`. */
  readonly baseUrl: string;
  /** Null where nothing can be heard. */
  readonly narrator: Narrator | null;
}

export function driveGuides({ tour, liveView, visit, baseUrl, narrator }: GuidedVisit): void {
  const motion = matchMedia('(prefers-reduced-motion: reduce)');
  openGuide({
    tour,
    liveView,
    scene: visit?.scene ?? null,
    isMotionReduced: () => motion.matches,
    watchHidden,
    captionist: openCaptionist(tour, baseUrl),
    sound: (assetId) => tour.commands.sound.play(assetId),
    ...(narrator && { narrator }),
    ...(visit && { focus: visit.focus, pressWall: (direction) => visit.pressWall(direction) }),
  });
}

function watchHidden(onHidden: () => void): () => void {
  const tell = (): void => {
    if (document.hidden) onHidden();
  };
  document.addEventListener('visibilitychange', tell);
  return () => document.removeEventListener('visibilitychange', tell);
}
