import { useCallback, useRef } from 'react';
import { describeAmount, describeLength } from '#i18n/length.ts';
import type { FlatNow, LiveFlat } from '#tour/flat/liveFlat.ts';
import { useTexts, useUi } from '../context.ts';
import { useFlatNow } from './useFlatNow.ts';
import { listTicks } from './ticks.ts';

/** Ticks that are ever on the page at once. */
const MOST_TICKS = 48;
const TICKS = Array.from({ length: MOST_TICKS }, (_, index) => index);
/** CSS pixels below the picture's edge, and what the foot of the page keeps for itself. */
const BELOW_PX = 6;

/** Centimetres along the lower edge of the picture, from where one begins to read. */
export function Ruler({ live }: { live: LiveFlat }) {
  const t = useTexts();
  const { locale } = useUi();
  const frame = useRef<HTMLDivElement>(null);
  const show = useCallback(
    (now: FlatNow) => {
      const ruler = frame.current;
      if (!ruler) return;
      const { step, ticks } = listTicks(now, MOST_TICKS);
      const pxPerMetre = now.cssWidthPx / now.frame.width;
      const middle = now.cssWidthPx / now.aspect / 2;
      const edge = middle + (now.frame.y + now.shape.height / 2) * pxPerMetre;
      ruler.style.translate = `0 ${Math.round(edge + BELOW_PX)}px`;
      const unit = step < 1 ? 'centimeter' : 'meter';
      ruler.setAttribute(
        'aria-label',
        t('flat.ruler', { length: describeLength(step, locale, { unit, uncertainty: step }) }),
      );
      for (const [index, element] of [...ruler.children].entries()) {
        if (!(element instanceof HTMLElement)) continue;
        const tick = ticks[index];
        element.hidden = !tick;
        if (!tick) continue;
        element.style.translate = `${tick.xPx}px 0`;
        element.dataset['metres'] = String(tick.metres);
        const text = tick.isNamed ? describeAmount(tick.metres, locale, unit) : '';
        if (element.textContent !== text) element.textContent = text;
      }
    },
    [locale, t],
  );
  useFlatNow(live, show);
  return (
    <div ref={frame} className="flat__ruler" dir="ltr" role="img">
      {TICKS.map((index) => (
        <span key={index} className="flat__tick" hidden />
      ))}
    </div>
  );
}
