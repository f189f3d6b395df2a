import { useState } from 'react';
import { describeRights } from '#document/rights/describeRights.ts';
import { type TextByLanguage } from '#i18n/pickText.ts';
import { imprintOf, type Imprint } from '#tour/wallView/imprint.ts';
import { scaleBarFor } from '#tour/wallView/scaleBar.ts';
import type { Wall } from '#tour/wallView/state.ts';
import { useTexts, useTour, useUi } from '../context.ts';
import type { WallTools } from '../ports.ts';
import { nameLayer } from '../layers/nameLayer.ts';
import { saveAs } from '../saveAs.ts';
import { usePick } from '../Text.tsx';
import { drawSaved, type SavedLine } from './drawSaved.ts';
import { describeBar, describeFlatness } from './words.ts';

/** The longest bar below a saved picture, CSS pixels and parts of its width. */
const MOST_PX = 320;
const MOST_SHARE = 0.4;

/** Saves the picture of the wall with its scale and all that has to be said of it; not there where its rights forbid it. */
export function SaveWall({ wall, tools }: { readonly wall: Wall; readonly tools: WallTools }) {
  const t = useTexts();
  const pick = usePick();
  const { locale, tour } = useUi();
  const exhibition = useTour((state) => state.exhibition);
  const nodeId = useTour((state) => state.nodeId);
  const comparison = useTour((state) => state.comparison);
  const light = useTour((state) => state.light);
  const [isFailed, setFailed] = useState(false);
  const imprint = imprintOf({ exhibition, nodeId, comparison, light });
  if (!imprint?.isAllowed) return null;

  const save = async (): Promise<void> => {
    const { picture, pixelRatio } = await tools.capture();
    const metresPerPx = tools.scale.current?.metresPerPx ?? NaN;
    const bar = scaleBarFor(metresPerPx, Math.min(MOST_PX, (picture.width / pixelRatio) * MOST_SHARE));
    if (!bar) throw new Error('the picture has no scale');
    const { language } = tour.store.getState();
    const blob = await drawSaved({
      picture,
      pixelRatio,
      bar,
      barText: describeBar(bar, locale),
      lines: linesOf(imprint, describeFlatness(wall, locale), (map) => pick(map).text, t),
      family: getComputedStyle(document.documentElement).getPropertyValue('--sans'),
      language,
    });
    saveAs(blob, `${nodeId}-wall.png`);
  };
  return (
    <>
      <button
        type="button"
        className="word"
        aria-label={t('wall.save')}
        onClick={() => {
          setFailed(false);
          save().catch(() => setFailed(true));
        }}
      >
        {t('wall.saveShort')}
      </button>
      <span className="unseen" role="status">
        {isFailed ? t('wall.saveFailed') : ''}
      </span>
    </>
  );
}

/** What stands below the picture, in the order in which it is read. */
export function linesOf(
  { exhibition, place, layers }: Imprint,
  flatness: string,
  pick: (map: TextByLanguage) => string,
  t: ReturnType<typeof useTexts>,
): SavedLine[] {
  const lines: SavedLine[] = [
    { text: `${pick(place)} · ${pick(exhibition)}`, isStrong: true },
    { text: flatness, isStrong: false },
  ];
  for (const layer of layers) {
    const { credit, rights, required } = layer;
    const { text, hasTruth } = nameLayer(layer, pick, t);
    lines.push({ text, isStrong: hasTruth });
    const owners = [
      required ? `${pick(required.label)}: ${pick(required.value)}` : '',
      credit ? pick(credit) : '',
      rights ? describeRights(rights).label : '',
    ].filter(Boolean);
    if (owners.length > 0) lines.push({ text: owners.join(' · '), isStrong: false });
  }
  return lines;
}
