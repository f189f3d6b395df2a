import { useMemo } from 'react';
import { toDegrees, toRadians } from '#shared/angle.ts';
import { layersOf } from '#tour/compare/layers.ts';
import { COMPARE_MODES, LEAST_LENS, MOST_LENS, type Comparison } from '#tour/compare/state.ts';
import { findNode } from '#tour/selectors/findNode.ts';
import { findAsset } from '#tour/selectors/made.ts';
import { truthOf } from '#tour/compare/truth.ts';
import { useCommands, useTexts, useTour } from '../context.ts';
import { PanelFrame } from '../panel/PanelFrame.tsx';
import { Choice } from '../form/Choice.tsx';
import { Slider } from '../form/Slider.tsx';
import { Switch } from '../form/Switch.tsx';
import { usePick } from '../Text.tsx';
import { OnlyFound } from './OnlyFound.tsx';
import { LightControls } from '../light/LightControls.tsx';
import { LensPad } from './LensPad.tsx';
import '../form/form.css';
import '../relic/panels.css';
import './layers.css';

const NONE = '';

/** Another layer of the place beside its own: which one, and how the two are seen together. */
export function LayersPanel() {
  const t = useTexts();
  const pick = usePick();
  const { compare } = useCommands();
  const exhibition = useTour((state) => state.exhibition);
  const nodeId = useTour((state) => state.nodeId);
  const comparison = useTour((state) => state.comparison);
  const { shown, others } = useMemo(() => layersOf(exhibition, nodeId), [exhibition, nodeId]);
  const options = others.map((layer) => {
    const { label, isConjecture, made, credit } = truthOf(exhibition, nodeId, layer);
    const name = pick(label);
    const notes = [
      isConjecture ? t('layer.restoredText') : null,
      made === 'ai' || made === 'partlyAi' ? t(`made.${made}`) : null,
      credit ? pick(credit).text : null,
    ].filter((note) => note !== null);
    const note = notes.length > 0 ? notes.join(' ') : undefined;
    return { value: layer.id, label: name.text, language: name.language, note };
  });
  const own = shown ? pick(shown.label) : null;
  return (
    <PanelFrame title={t('compare.heading')} className="panel--layers">
      {own && (
        <p className="small">
          {t('compare.own')} <span lang={own.language}>{own.text}</span>
        </p>
      )}
      <Choice
        legend={t('compare.other')}
        options={[{ value: NONE, label: t('compare.none') }, ...options]}
        value={comparison?.layerId ?? NONE}
        onChange={(id) => (id === NONE ? compare.close() : compare.open(id))}
      />
      {comparison && <How comparison={comparison} />}
      <LightControls />
      <OnlyFound />
      <ToTheTape />
    </PanelFrame>
  );
}

/** The tape belongs to whoever looks closely as well, and needs no place of its own at the foot of the picture. */
function ToTheTape() {
  const t = useTexts();
  const { openPanel } = useCommands();
  const exhibition = useTour((state) => state.exhibition);
  const nodeId = useTour((state) => state.nodeId);
  const node = findNode(exhibition, nodeId);
  const asset = node && findAsset(exhibition, node.asset);
  if (asset?.kind !== 'panorama' || !asset.depth) return null;
  return (
    <div className="actions">
      <button type="button" className="action" onClick={() => openPanel({ kind: 'measure' })}>
        {t('controls.measure')}
      </button>
    </div>
  );
}

function How({ comparison }: { readonly comparison: Comparison }) {
  const t = useTexts();
  const { compare } = useCommands();
  const { mode, lens, isPinned } = comparison;
  return (
    <>
      <Choice
        legend={t('compare.how')}
        isRow
        options={COMPARE_MODES.map((value) => ({ value, label: t(`compare.mode.${value}`) }))}
        value={mode}
        onChange={(value) => compare.set({ mode: value })}
      />
      {mode === 'lens' && (
        <>
          <Slider
            label={t('compare.lensSize')}
            value={Math.round(toDegrees(lens.radius))}
            min={Math.round(toDegrees(LEAST_LENS))}
            max={Math.round(toDegrees(MOST_LENS))}
            step={1}
            valueText={t('compare.degrees', { degrees: Math.round(toDegrees(lens.radius) * 2) })}
            onChange={(degrees) => compare.set({ lens: { ...lens, radius: toRadians(degrees) } })}
          />
          <LensPad />
          <Switch label={t('compare.pin')} isOn={isPinned} onChange={(isOn) => compare.set({ isPinned: isOn })} />
        </>
      )}
      {(mode === 'curtain' || mode === 'blend') && (
        <Slider
          label={t(`compare.${mode}`)}
          isSpatial={mode === 'curtain'}
          value={Math.round(comparison[mode] * 100)}
          min={0}
          max={100}
          step={1}
          valueText={t('compare.percent', { percent: Math.round(comparison[mode] * 100) })}
          onChange={(share) => compare.set({ [mode]: share / 100 })}
        />
      )}
    </>
  );
}
