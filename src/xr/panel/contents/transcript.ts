import type { AudioAsset } from '#document/schema.ts';
import { transcriptOf } from '#tour/captions/transcript.ts';
import type { Block, ChoiceBlock, PanelModel } from '../model.ts';
import { type ContentsOf, pick, say } from './said.ts';

/**
 * Everything that is said on a guided tour, that under way if nobody has chosen another, and what is heard in recordings.
 * The line that is being said is not marked: the lines would be set anew under whoever reads them.
 */
export function transcript(of: ContentsOf): PanelModel {
  const { exhibition, guide, language } = of.state;
  const tours = exhibition.tours ?? [];
  const wanted = of.tourId ?? guide?.tourId;
  const tour = tours.find(({ id }) => id === wanted) ?? tours[0];
  const parts = tour ? transcriptOf(exhibition, tour.id, language) : [];
  const choice: ChoiceBlock = {
    kind: 'choice',
    legend: say(of, 'transcript.tour'),
    isRow: false,
    options: tours.map(({ id, label }) => ({
      label: pick(of, label),
      note: null,
      isChosen: id === tour?.id,
      action: { kind: 'chooseTranscript', tourId: id },
    })),
  };
  return {
    key: 'transcript',
    title: say(of, 'transcript.heading'),
    closing: { kind: 'close' },
    blocks: [
      ...(hasTranscript(of) ? [] : [{ kind: 'paragraph', tone: 'body', text: say(of, 'transcript.none') } as const]),
      ...(tours.length > 1 ? [choice] : []),
      ...parts.flatMap(({ place, language: told, lines }): Block[] => [
        { kind: 'heading', text: place },
        ...lines.map((text): Block => ({ kind: 'paragraph', tone: 'body', text: { text, language: told } })),
      ]),
      ...recordingsOf(of).flatMap(({ label, description }): Block[] => [
        { kind: 'heading', text: pick(of, label) },
        ...(description ? [{ kind: 'paragraph', tone: 'body', text: pick(of, description) } as const] : []),
      ]),
    ],
  };
}

/** Whether there is anything to read. */
export function hasTranscript(of: ContentsOf): boolean {
  return (of.state.exhibition.tours ?? []).length > 0 || recordingsOf(of).length > 0;
}

function recordingsOf({ state }: ContentsOf): AudioAsset[] {
  return state.exhibition.assets.filter((asset): asset is AudioAsset => asset.kind === 'audio');
}
