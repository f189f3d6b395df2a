import { useCallback, useMemo, useRef } from 'react';
import { frameAround } from '#tour/flat/frame.ts';
import type { FlatNow } from '#tour/flat/liveFlat.ts';
import { type FlatShape, spanOfRegion } from '#tour/flat/shape.ts';
import { selectNode } from '#tour/selectors/findNode.ts';
import { useCommands, useTexts, useTour } from '../context.ts';
import type { FlatTools } from '../ports.ts';
import { usePick } from '../Text.tsx';
import { useFlatNow } from './useFlatNow.ts';

/** Smallest side of an outline, CSS pixels. */
const LEAST_PX = 24;
/** What is smaller than this is outlined only while it has focus: it would be hidden by its own line. */
const SMALL_PX = 16;

/**
 * What is marked on the picture: outlines for everybody, buttons for keyboards and screen readers. A press on the picture
 * itself is the picture's, so that one can drag it from anywhere.
 */
export function Areas({ tools, shape }: { tools: FlatTools; shape: FlatShape }) {
  const t = useTexts();
  const pick = usePick();
  const { openPanel } = useCommands();
  const node = useTour(selectNode);
  const areas = useMemo(
    () =>
      (node?.hotspots ?? []).flatMap((hotspot) => {
        const span = spanOfRegion(hotspot, shape);
        return span ? [{ id: hotspot.id, label: hotspot.label, span }] : [];
      }),
    [node, shape],
  );
  const list = useRef<HTMLUListElement>(null);
  const place = useCallback(
    ({ frame, aspect, cssWidthPx }: FlatNow) => {
      const perMetre = cssWidthPx / frame.width;
      const [left, top] = [frame.x - frame.width / 2, frame.y + frame.width / aspect / 2];
      areas.forEach(({ span }, index) => {
        const item = list.current?.children[index];
        if (!(item instanceof HTMLElement)) return;
        const [across, upright] = [(span.right - span.left) * perMetre, (span.top - span.bottom) * perMetre];
        item.toggleAttribute('data-small', Math.max(across, upright) < SMALL_PX);
        const width = Math.max(LEAST_PX, across);
        const height = Math.max(LEAST_PX, upright);
        const x = ((span.left + span.right) / 2 - left) * perMetre - width / 2;
        const y = (top - (span.top + span.bottom) / 2) * perMetre - height / 2;
        Object.assign(item.style, { width: `${width}px`, height: `${height}px`, translate: `${x}px ${y}px` });
      });
    },
    [areas],
  );
  useFlatNow(tools.live, place);
  if (areas.length === 0) return null;
  return (
    <section className="flat__areas" id="objects" aria-labelledby="objects-heading" tabIndex={-1}>
      <h2 className="unseen" id="objects-heading">
        {t('objects.heading')}
      </h2>
      <ul ref={list} dir="ltr">
        {areas.map(({ id, label, span }) => {
          const { text, language } = pick(label);
          return (
            <li key={id} className="flat__area" data-area={id}>
              <button
                type="button"
                onClick={() => openPanel({ kind: 'hotspot', hotspotId: id })}
                onFocus={({ target }) => {
                  const now = tools.live.current;
                  if (now && target.matches(':focus-visible')) {
                    tools.go(frameAround(shape, span, now), { isEased: true });
                  }
                }}
              >
                <span lang={language} dir="auto">
                  {text}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
