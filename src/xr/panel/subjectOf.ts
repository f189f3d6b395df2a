import { listMarks } from '#tour/marks.ts';
import type { TourState } from '#tour/state.ts';
import type { Subject } from './placing.ts';

/** What the open panel is about, where that has a direction in the place. */
export function subjectOf({ exhibition, nodeId, language, stand, panel, headset }: TourState): Subject | null {
  if (headset?.menu || panel?.kind !== 'hotspot') return null;
  const mark = listMarks(exhibition, nodeId, language, stand).find(
    ({ kind, id }) => kind === 'hotspot' && id === panel.hotspotId,
  );
  return mark ? { yaw: mark.yaw, halfWidth: (mark.area?.width ?? 0) / 2 } : null;
}
