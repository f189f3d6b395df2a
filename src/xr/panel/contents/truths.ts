import type { PickedText } from '#i18n/pickText.ts';
import { layersOf } from '#tour/compare/layers.ts';
import { truthOf } from '#tour/compare/truth.ts';
import { lightOf } from '#tour/light/lightOf.ts';
import { originOf } from '#tour/selectors/made.ts';
import type { Block } from '../model.ts';
import { asWritten, type ContentsOf, pick, say } from './said.ts';

/** What must be said of the picture one stands in: conjecture, synthesis, AI, whatever is laid over it or mixed into it. */
export function placeBadges(of: ContentsOf): Block[] {
  const { exhibition, nodeId, comparison, light } = of.state;
  const { label, layerKind } = originOf(exhibition, nodeId);
  const other = comparison && layersOf(exhibition, nodeId).others.find(({ id }) => id === comparison.layerId);
  const otherTruth = other && truthOf(exhibition, nodeId, other);
  const pair = light ? lightOf(exhibition, nodeId) : null;
  const made = [
    ...(label ? [label] : []),
    ...[pair?.daylight, pair?.lamp].flatMap((layer) => (layer ? (truthOf(exhibition, nodeId, layer).made ?? []) : [])),
  ];
  const texts: PickedText[] = [];
  if (layerKind === 'restored') {
    texts.push(join(of, [say(of, 'layer.restored').text, say(of, 'layer.restoredText').text]));
  }
  texts.push(...[...new Set(made)].map((one) => say(of, `made.${one}`)));
  if (otherTruth) {
    const notes = [
      otherTruth.isConjecture ? say(of, 'layer.restoredText').text : '',
      otherTruth.made && otherTruth.made !== label ? say(of, `made.${otherTruth.made}`).text : '',
    ];
    if (notes.some(Boolean)) texts.push(join(of, [pick(of, otherTruth.label).text, ...notes]));
  }
  return texts.map((text): Block => ({ kind: 'badge', text }));
}

/** Who made the tiles that are seen here, as they name themselves. */
export function makersInView(of: ContentsOf): Block[] {
  const lines = [...new Set([...of.state.attributions.values()].flat())];
  if (lines.length === 0) return [];
  return [
    { kind: 'paragraph', tone: 'small', text: say(of, 'relic.makers') },
    { kind: 'paragraph', tone: 'small', text: asWritten(lines.join(' · ')) },
  ];
}

function join({ locale }: ContentsOf, parts: readonly string[]): PickedText {
  return { text: parts.filter(Boolean).join(' · '), language: locale.tag };
}
