import { useLayoutEffect, useMemo, useRef } from 'react';
import { useTexts, useTour } from '../context.ts';
import { chooseCaptions, dressCaption } from '#tour/captions/dressCaption.ts';
import { placeCaptions } from './placeCaptions.ts';
import './captions.css';

/** Whatever captions must not lie over. What a feature adds to the page says so with `data-covers`. */
const OTHERS =
  '.head, .exits .exits__heading, .exits .exit, .controls, .corner, .pad, .panel, .objects:focus-within, .toasts, .notice, .scale,' +
  ' [data-covers], .relic__head, .at-wall__head, .at-wall__foot';
/** Where a sheet leaves a narrow page little room, captions are set smaller by these shares, until they fit. */
const FITS = [1, 0.85, 0.7, 0.6, 0.5];
/** A line of 37 Latin letters, or 16 Han letters, with some room at its sides; ems. */
const MOST_EMS = 22;

/**
 * What is said and heard, in words over the picture. A screen reader finds it here as text, but is not told of changes:
 * whoever listens to it hears the voice as well.
 */
export function Captions() {
  const t = useTexts();
  const captions = useTour((state) => state.captions);
  const settings = useTour((state) => state.captionSettings);
  const { isOn, describesSounds, size, place } = settings;
  const shown = useMemo(
    () => (isOn ? chooseCaptions(captions, describesSounds) : []),
    [captions, isOn, describesSounds],
  );
  const section = useRef<HTMLElement>(null);
  useRoom(section, shown.length > 0, size);
  if (shown.length === 0) return null;
  return (
    <section
      ref={section}
      className="captions"
      data-size={size}
      data-place={place}
      aria-label={t('captions.label')}
      aria-live="off"
    >
      {shown.map((caption) => (
        <p key={caption.source} lang={caption.language} dir="auto" className="captions__one" data-kind={caption.kind}>
          <span>{dressCaption(caption)}</span>
        </p>
      ))}
    </section>
  );
}

/** Of what is in it, whether or not it has room. */
function heightOf({ firstElementChild, lastElementChild }: Element): number {
  const upper = firstElementChild?.getBoundingClientRect().top ?? 0;
  return (lastElementChild?.getBoundingClientRect().bottom ?? 0) - upper;
}

/** Keeps the captions in the band that the page leaves free, whatever comes and goes on it. */
function useRoom(section: React.RefObject<HTMLElement | null>, isShown: boolean, size: number): void {
  useLayoutEffect(() => {
    const { current } = section;
    const page = current?.parentElement;
    if (!isShown || !current || !page) return;
    let frame = 0;
    const place = (): void => {
      frame = 0;
      const others = [...page.querySelectorAll(OTHERS)].map((element) => element.getBoundingClientRect());
      const room = { width: page.clientWidth, height: page.clientHeight };
      const { style } = current;
      style.setProperty('--fit', '1');
      const em = Number.parseFloat(getComputedStyle(current).fontSize);
      const { left, right, top, bottom } = placeCaptions(room, others, MOST_EMS * em);
      style.setProperty('--left', `${left}px`);
      style.setProperty('--width', `${right - left}px`);
      style.setProperty('--top', `${top}px`);
      style.setProperty('--height', `${bottom - top}px`);
      for (const fit of FITS) {
        style.setProperty('--fit', String(fit));
        if (heightOf(current) <= bottom - top) break;
      }
    };
    const placeSoon = (): void => {
      frame ||= requestAnimationFrame(place);
    };
    place();
    const changes = new MutationObserver(placeSoon);
    changes.observe(page, { childList: true, subtree: true, attributes: true, attributeFilter: ['hidden', 'class'] });
    const sizes = new ResizeObserver(placeSoon);
    sizes.observe(page);
    return () => {
      changes.disconnect();
      sizes.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [section, isShown, size]);
}
