import { useCallback, useRef, useState } from 'react';
import { realFrame } from '#tour/flat/frame.ts';
import type { FlatNow } from '#tour/flat/liveFlat.ts';
import type { FlatShape } from '#tour/flat/shape.ts';
import { useTexts, useUi } from '../context.ts';
import { Slider } from '../form/Slider.tsx';
import type { FlatTools } from '../ports.ts';
import { CARD, deviceShelf, keepScreenScale, readScreenScale } from './screenScale.ts';
import { useFlatNow } from './useFlatNow.ts';

/** CSS pixels per metre that a browser takes an inch of 96 pixels for; where the bar begins. */
const USUAL = 96 / 0.0254;
/** Lengths of the bar, CSS pixels. */
const LEAST_BAR = 120;
const MOST_BAR = 900;
/** Parts of the size that it may be off by. */
const TRUE_ENOUGH = 0.002;

/** Shows the picture as large as it is, once the visitor has said how dense the screen is. */
export function RealSize({ tools, shape }: { tools: FlatTools; shape: FlatShape }) {
  const t = useTexts();
  const { locale } = useUi();
  const [pxPerMetre, setPxPerMetre] = useState(() => readScreenScale(deviceShelf(), devicePixelRatio));
  const [barPx, setBarPx] = useState(() => Math.round((pxPerMetre ?? USUAL) * CARD));
  const [isReal, setReal] = useState(false);
  const details = useRef<HTMLDetailsElement>(null);
  useFlatNow(
    tools.live,
    useCallback(
      ({ frame, cssWidthPx }: FlatNow) => {
        const shown = cssWidthPx / frame.width;
        setReal(pxPerMetre !== null && Math.abs(shown / pxPerMetre - 1) < TRUE_ENOUGH);
      },
      [pxPerMetre],
    ),
  );
  const show = (scale: number): void => {
    const now = tools.live.current;
    if (now) tools.go(realFrame(shape, now.frame, now, now.cssWidthPx, scale), { isEased: true });
  };
  const perCentimetre = locale.numbers.format(Math.round((10 * barPx) / (CARD * 100)) / 10);
  return (
    <>
      <button
        type="button"
        className="word"
        aria-pressed={isReal}
        title={isReal ? t('flat.isReal') : undefined}
        onClick={() => {
          if (pxPerMetre === null) details.current?.setAttribute('open', '');
          else show(pxPerMetre);
        }}
      >
        {t('flat.real')}
      </button>
      <details ref={details} className="flat__more">
        <summary className="word">{t('flat.density')}</summary>
        <div className="flat__sheet flat__density">
          <p>{t('flat.densityText')}</p>
          <div className="flat__card" style={{ width: `${barPx}px` }} />
          <Slider
            label={t('flat.densityBar')}
            value={barPx}
            min={LEAST_BAR}
            max={MOST_BAR}
            step={1}
            valueText={t('flat.densityValue', { pixels: perCentimetre })}
            onChange={setBarPx}
          />
          <button
            type="button"
            className="primary"
            onClick={() => {
              const scale = barPx / CARD;
              keepScreenScale(deviceShelf(), devicePixelRatio, scale);
              setPxPerMetre(scale);
              details.current?.removeAttribute('open');
              show(scale);
            }}
          >
            {t('flat.densityDone')}
          </button>
        </div>
      </details>
    </>
  );
}
