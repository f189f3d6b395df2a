import { useEffect, useRef } from 'react';
import { scaleBarFor } from '#tour/wallView/scaleBar.ts';
import type { LiveScale } from '#tour/wallView/liveScale.ts';
import type { PictureScale } from '#tour/wallView/viewScale.ts';
import { useTexts, useUi } from '../context.ts';
import { describeBar, describeScale } from './words.ts';
import './wall.css';

/** The longest bar, CSS pixels and parts of the window's width. */
const MOST_PX = 220;
const MOST_SHARE = 0.42;

/** A bar of a round length in the picture; hidden while nothing is known of its scale. Follows the camera past React. */
export function ScaleBar({ scale, className = '' }: { readonly scale: LiveScale; readonly className?: string }) {
  const t = useTexts();
  const { locale } = useUi();
  const frame = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const length = useRef<HTMLParagraphElement>(null);
  const note = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const show = (current: PictureScale | null) => {
      const round = current && scaleBarFor(current.metresPerPx, Math.min(MOST_PX, innerWidth * MOST_SHARE));
      if (!frame.current || !bar.current) return;
      frame.current.hidden = !round;
      if (!current || !round) return;
      const texts = { length: describeBar(round, locale), note: describeScale(current, locale) };
      bar.current.style.width = `${round.lengthPx}px`;
      write(length.current, texts.length);
      write(note.current, texts.note);
      const label = t('scale.label', texts);
      if (frame.current.getAttribute('aria-label') !== label) frame.current.setAttribute('aria-label', label);
    };
    show(scale.current);
    return scale.subscribe(show);
  }, [scale, locale, t]);
  return (
    <div ref={frame} className={`scale ${className}`} role="img" hidden>
      <p ref={length} className="scale__length" />
      <div ref={bar} className="scale__bar" />
      <p ref={note} className="scale__note" />
    </div>
  );
}

function write(element: HTMLElement | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
