import { toDegrees } from '#shared/angle.ts';
import { hasConjecture, withoutConjecture } from '#document/truth/withoutConjecture.ts';
import type { PickedText } from '#i18n/pickText.ts';
import { layersOf } from '#tour/compare/layers.ts';
import { COMPARE_MODES, type Comparison, LEAST_LENS, MOST_LENS } from '#tour/compare/state.ts';
import { truthOf } from '#tour/compare/truth.ts';
import type { Block, ChoiceOption, PanelModel } from '../model.ts';
import { lightBlocks } from './light.ts';
import { type ContentsOf, pick, say } from './said.ts';
import { placeBadges } from './truths.ts';

/** Another layer of the place beside its own: which one, and how the two are seen together. */
export function layers(of: ContentsOf): PanelModel {
  const { exhibition, nodeId, comparison } = of.state;
  const { shown, others } = layersOf(exhibition, nodeId);
  const none: ChoiceOption = {
    label: say(of, 'compare.none'),
    note: null,
    isChosen: comparison === null,
    action: { kind: 'chooseLayer', layerId: null },
  };
  const options = others.map((layer): ChoiceOption => {
    const { label, isConjecture, made, credit } = truthOf(exhibition, nodeId, layer);
    const notes = [
      isConjecture ? say(of, 'layer.restoredText').text : '',
      made === 'ai' || made === 'partlyAi' ? say(of, `made.${made}`).text : '',
      credit ? pick(of, credit).text : '',
    ].filter(Boolean);
    return {
      label: pick(of, label),
      note: notes.length > 0 ? joined(of, notes) : null,
      isChosen: comparison?.layerId === layer.id,
      action: { kind: 'chooseLayer', layerId: layer.id },
    };
  });
  return {
    key: `layers ${nodeId}`,
    title: say(of, 'compare.heading'),
    closing: { kind: 'close' },
    blocks: [
      ...(shown
        ? [
            {
              kind: 'paragraph',
              tone: 'small',
              text: joined(of, [say(of, 'compare.own').text, pick(of, shown.label).text]),
            } as const,
          ]
        : []),
      ...placeBadges(of),
      { kind: 'choice', legend: say(of, 'compare.other'), isRow: false, options: [none, ...options] },
      ...(comparison ? howBlocks(of, comparison) : []),
      ...lightBlocks(of),
      ...onlyFoundSwitch(of),
    ],
  };
}

/** Hides all conjecture of the exhibition; only where there is some, and something beside it. */
export function onlyFoundSwitch(of: ContentsOf): Block[] {
  const { wholeExhibition, isOnlyFound } = of.state;
  if (!hasConjecture(wholeExhibition) || withoutConjecture(wholeExhibition) === null) return [];
  const action = { kind: 'setOnlyFound', isOn: !isOnlyFound } as const;
  return [{ kind: 'switch', label: say(of, 'compare.onlyFound'), isOn: isOnlyFound, action }];
}

function howBlocks(of: ContentsOf, comparison: Comparison): Block[] {
  const { mode, lens, isPinned } = comparison;
  const modes: Block = {
    kind: 'choice',
    legend: say(of, 'compare.how'),
    isRow: true,
    options: COMPARE_MODES.map((value) => ({
      label: say(of, `compare.mode.${value}`),
      note: null,
      isChosen: value === mode,
      action: { kind: 'chooseMode', mode: value },
    })),
  };
  if (mode === 'lens') {
    const degrees = Math.round(toDegrees(lens.radius));
    return [
      modes,
      {
        kind: 'slider',
        label: say(of, 'compare.lensSize'),
        valueText: say(of, 'compare.degrees', { degrees: 2 * degrees }),
        setting: 'lensSize',
        value: degrees,
        min: Math.round(toDegrees(LEAST_LENS)),
        max: Math.round(toDegrees(MOST_LENS)),
        step: 1,
      },
      { kind: 'switch', label: say(of, 'compare.pin'), isOn: isPinned, action: { kind: 'pinLens', isOn: !isPinned } },
    ];
  }
  if (mode === 'side') return [modes];
  const percent = Math.round(comparison[mode] * 100);
  return [
    modes,
    {
      kind: 'slider',
      label: say(of, `compare.${mode}`),
      valueText: say(of, 'compare.percent', { percent }),
      setting: mode,
      value: percent,
      min: 0,
      max: 100,
      step: 2,
    },
  ];
}

/** Sentences follow each other with a space, but not in Chinese. */
function joined({ locale }: ContentsOf, parts: readonly string[]): PickedText {
  return { text: parts.join(locale.tag.startsWith('zh') ? '' : ' '), language: locale.tag };
}
