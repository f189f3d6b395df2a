import type { GuideVisit } from '#tour/guide/state.ts';
import { useTexts } from '../context.ts';

interface GuideAnnouncerProps {
  readonly guide: GuideVisit;
  readonly station: number;
  readonly stations: number;
}

/** Says at which station one is, and what the tour waits for. */
export function GuideAnnouncer({ guide, station, stations }: GuideAnnouncerProps) {
  const t = useTexts();
  const { phase, pause } = guide;
  const says = (): string => {
    if (phase === 'ended') return t('guide.ended');
    if (phase === 'choosing') return t('guide.which');
    if (pause === 'interrupted') return t('guide.saidInterrupted');
    if (pause === 'asked') return t('guide.saidPaused');
    return t('guide.station', { station, stations });
  };
  return (
    <p className="unseen" role="status" aria-live="polite">
      {says()}
    </p>
  );
}
