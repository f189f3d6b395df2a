import type { Tour } from '#document/tourSchema.ts';
import { wayOf } from '#tour/guide/commands.ts';
import { countStations } from '#tour/guide/stations.ts';
import { minutesOf } from '#tour/guide/tellingOf.ts';
import { useCommands, useTexts, useTour } from '../context.ts';
import { Text, usePick } from '../Text.tsx';

/** Beside the way in: the first guided tour. */
export function TitleGuideDoor() {
  const t = useTexts();
  const pick = usePick();
  const { guide } = useCommands();
  const tour = useTour((state) => state.exhibition.tours?.[0]);
  const describe = useDescription();
  if (!tour) return null;
  const { text, language } = pick(tour.label);
  return (
    <button type="button" className="title-card__tour" onClick={() => guide.start(tour.id)}>
      <span>{t('guide.door')}</span>
      <span lang={language}>{text}</span>
      <span>{describe(tour).minutes}</span>
    </button>
  );
}

/** Every guided tour, above the places. */
export function GuideList() {
  const t = useTexts();
  const { guide, closePanel } = useCommands();
  const tours = useTour((state) => state.exhibition.tours);
  const describe = useDescription();
  if (!tours || tours.length === 0) return null;
  const start = (tourId: string): void => {
    closePanel();
    guide.start(tourId);
  };
  return (
    <section className="guide-list" aria-labelledby="guide-list-heading">
      <h3 id="guide-list-heading" className="count">
        {t('guide.heading')}
      </h3>
      <ul>
        {tours.map((tour) => {
          const { minutes, stations } = describe(tour);
          return (
            <li key={tour.id}>
              <button type="button" className="guide-list__tour" onClick={() => start(tour.id)}>
                <Text map={tour.label} className="serif" />
                <span className="guide-list__length">{`${minutes} · ${stations}`}</span>
                {tour.summary && <Text map={tour.summary} className="guide-list__summary" />}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function useDescription(): (tour: Tour) => { readonly minutes: string; readonly stations: string } {
  const t = useTexts();
  const exhibition = useTour((state) => state.exhibition);
  const wholeExhibition = useTour((state) => state.wholeExhibition);
  const brokenNodes = useTour((state) => state.brokenNodes);
  const language = useTour((state) => state.language);
  return (tour) => {
    const { steps, written } = wayOf({ exhibition, wholeExhibition, brokenNodes }, tour.id);
    return {
      minutes: t('guide.minutes', { count: minutesOf(tour.steps, { exhibition, language }) }),
      stations: t('guide.stations', { count: countStations(steps, written) }),
    };
  };
}
