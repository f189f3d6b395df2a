import { listMarks } from '#tour/marks.ts';
import type { TourState } from '#tour/state.ts';
import type { Subject } from './placing.ts';

/** What the open panel is about, where that has a direction in the place. A guided tour's question is about the way on. */
export function subjectOf({ exhibition, nodeId, language, stand, panel, headset, guide }: TourState): Subject | null {
  if (headset?.menu || panel?.kind !== 'hotspot' || guide?.phase === 'choosing') return null;
  const mark = listMarks(exhibition, nodeId, language, stand).find(
    ({ kind, id }) => kind === 'hotspot' && id === panel.hotspotId,
  );
  return mark ? { yaw: mark.yaw, halfWidth: (mark.area?.width ?? 0) / 2 } : null;
}
