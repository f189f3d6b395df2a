import { useMemo } from 'react';
import { toDegrees } from '#shared/angle.ts';
import { listExits, marksInFront } from '#tour/selectors/exits.ts';
import { directionFrom } from '#tour/selectors/facing.ts';
import type { Mark } from '#tour/marks.ts';
import { useIsFlat } from '../flat/FlatDoor.tsx';
import { TakeUpButton } from '../relic/TakeUpButton.tsx';
import { FrontTeller } from './FrontTeller.tsx';
import { useCommands, useMarks, useTexts, useTour, useUi } from '../context.ts';

/**
 * The scene as a page: the ways on (seen by all), what there is to look at and what lies before one (for keyboards and
 * screen readers; seen while it has focus). Focus turns the view to the thing and marks it there.
 */
export function Surroundings() {
  const t = useTexts();
  const { focus, locale } = useUi();
  const { look, goTo, openPanel } = useCommands();
  const exhibition = useTour((state) => state.exhibition);
  const nodeId = useTour((state) => state.nodeId);
  const language = useTour((state) => state.language);
  const view = useTour((state) => state.settledView);
  const marks = useMarks();
  const isFlat = useIsFlat();
  const exits = useMemo(() => listExits(exhibition, nodeId, language, marks), [exhibition, nodeId, language, marks]);
  const hotspots = marks.filter((mark) => mark.kind === 'hotspot');
  const before = marksInFront(marks, view).map((mark) => mark.label);

  const onFocus = (mark: Mark | null, isByKey: boolean) => {
    focus?.set(mark);
    if (mark && isByKey) look({ yaw: mark.yaw, pitch: mark.pitch }, { isEased: true });
  };
  const direct = (mark: Mark | null) => mark && t(`direction.${directionFrom(view, mark)}`);
  const describe = (mark: Mark) => {
    const direction = t(`direction.${directionFrom(view, mark)}`);
    if (!mark.area) return direction;
    const [width, height] = [mark.area.width, mark.area.height].map(wholeDegrees);
    return t('objects.area', { direction, width: width ?? 1, height: height ?? 1 });
  };
  return (
    <>
      {exits.length > 0 && (
        <nav className="exits chrome" id="exits" aria-labelledby="exits-heading" tabIndex={-1}>
          <h2 className="exits__heading" id="exits-heading">
            {t('exits.heading')}
          </h2>
          <ul className="exits__list">
            {exits.map(({ key, nodeId: to, label, language: tag, mark }) => (
              <li key={key}>
                <button
                  type="button"
                  className="exit"
                  onClick={() => goTo(to)}
                  onFocus={({ target }) => onFocus(mark, target.matches(':focus-visible'))}
                  onBlur={() => focus?.set(null)}
                  onPointerEnter={() => focus?.set(mark)}
                  onPointerLeave={() => focus?.set(null)}
                >
                  <span lang={tag}>{label}</span>
                  {mark && <span className="unseen"> {direct(mark)}</span>}
                </button>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {!isFlat && (
        <section className="objects unseen" id="objects" aria-labelledby="objects-heading" tabIndex={-1}>
          <h2 className="exits__heading" id="objects-heading">
            {t('objects.heading')}
          </h2>
          <p className="objects__front">
            {before.length > 0 ? t('front.things', { things: locale.lists.format(before) }) : t('front.nothing')}
          </p>
          <FrontTeller />
          <ul className="exits__list">
            {hotspots.map((mark) => (
              <li key={mark.key}>
                <button
                  type="button"
                  className="exit"
                  onClick={() => openPanel({ kind: 'hotspot', hotspotId: mark.id })}
                  onFocus={({ target }) => onFocus(mark, target.matches(':focus-visible'))}
                  onBlur={() => focus?.set(null)}
                >
                  <span lang={mark.language}>{mark.label}</span> <small>{describe(mark)}</small>
                </button>
                <TakeUpButton
                  hotspotId={mark.id}
                  className="exit"
                  isNamed
                  onFocus={({ target }) => onFocus(mark, target.matches(':focus-visible'))}
                  onBlur={() => focus?.set(null)}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Of an angle in radians; nothing that one can point at is 0° wide. */
function wholeDegrees(radians: number): number {
  return Math.max(1, Math.round(toDegrees(radians)));
}
