import { useCallback, useRef } from 'react';
import type { FlatAsset } from '#document/schema.ts';
import { resolveAssetUri } from '#document/uri.ts';
import type { FlatNow } from '#tour/flat/liveFlat.ts';
import { type FlatShape, spanOfColumns } from '#tour/flat/shape.ts';
import { useTexts, useTour, useUi } from '../context.ts';
import type { FlatTools } from '../ports.ts';
import { useFlatNow } from './useFlatNow.ts';
import { describePlace } from './words.ts';

/** Steps of the slider along the picture. */
const STEPS = 1_000;

interface MiniMapProps {
  readonly tools: FlatTools;
  readonly asset: FlatAsset;
  readonly shape: FlatShape;
}

/** The whole picture, small, with the part that is seen; one slides along it as along any range. */
export function MiniMap({ tools, asset, shape }: MiniMapProps) {
  const t = useTexts();
  const { locale, baseUrl } = useUi();
  const { defaultLanguage } = useTour((state) => state.exhibition);
  const view = useRef<HTMLDivElement>(null);
  const range = useRef<HTMLInputElement>(null);
  const { poster, sections = [] } = asset;
  const url = poster ? resolveAssetUri(poster.uri, baseUrl) : null;
  const show = useCallback(
    ({ frame, aspect, opening }: FlatNow) => {
      const left = Math.max(-shape.width / 2, Math.max(opening.left, frame.x - frame.width / 2));
      const right = Math.min(shape.width / 2, Math.min(opening.right, frame.x + frame.width / 2));
      const top = Math.min(shape.height / 2, frame.y + frame.width / aspect / 2);
      const bottom = Math.max(-shape.height / 2, frame.y - frame.width / aspect / 2);
      const percent = (metres: number, of: number): string => `${Math.max(0, (100 * metres) / of)}%`;
      if (view.current) {
        Object.assign(view.current.style, {
          left: percent(left + shape.width / 2, shape.width),
          width: percent(right - left, shape.width),
          top: percent(shape.height / 2 - top, shape.height),
          height: percent(top - bottom, shape.height),
        });
      }
      if (range.current) {
        range.current.value = String(Math.round((frame.x / shape.width + 0.5) * STEPS));
        range.current.setAttribute('aria-valuetext', describePlace({ asset, shape, frame }, locale, defaultLanguage));
      }
    },
    [asset, shape, locale, defaultLanguage],
  );
  useFlatNow(tools.live, show);
  return (
    <div className="flat__map" dir="ltr" style={{ aspectRatio: `${shape.width} / ${shape.height}` }}>
      {url !== null && <img src={url} alt="" decoding="async" draggable={false} />}
      {sections.map(({ id, from, to }) => (
        <span
          key={id}
          className="flat__cut"
          style={{ left: `${(100 * (spanOfColumns(from, to, shape).left + shape.width / 2)) / shape.width}%` }}
        />
      ))}
      <div ref={view} className="flat__seen" />
      <input
        ref={range}
        type="range"
        min={0}
        max={STEPS}
        step={1}
        defaultValue={0}
        aria-label={t('flat.map')}
        onChange={({ target }) => {
          const now = tools.live.current;
          const x = (Number(target.value) / STEPS - 0.5) * shape.width;
          if (now) tools.go({ ...now.frame, x }, { isEased: false });
        }}
      />
    </div>
  );
}
