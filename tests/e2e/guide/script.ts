/** What the demonstration's document says of its guided tours. */
import { readFileSync } from 'node:fs';
import type { Exhibition, ExhibitionNode } from '#document/schema.ts';
import type { Tour, TourStep } from '#document/tourSchema.ts';
import { cuesOf } from '#tour/captions/cues.ts';
import { tellingOf } from '#tour/guide/tellingOf.ts';

export const EXHIBITION = JSON.parse(
  readFileSync(new URL('../../../public/exhibition.json', import.meta.url), 'utf8'),
) as Exhibition;

export function tourOf(id: string): Tour {
  const tour = EXHIBITION.tours?.find((one) => one.id === id);
  if (!tour) throw new Error(`no tour "${id}"`);
  return tour;
}

/** The captions of a step, one after the other; together they are its narration. */
export function captionsOf(step: TourStep, language: string): string[] {
  const { text, silentSeconds } = tellingOf(step, { exhibition: EXHIBITION, language });
  if (text !== step.narration[language]) throw new Error(`the step at "${step.at}" is not told in ${language}`);
  const captions = cuesOf(text, language, silentSeconds).map((cue) => cue.text);
  if (bare(captions.join('')) !== bare(text)) throw new Error(`captions that are not the narration: ${text}`);
  return captions;
}

/** Captions are parted into lines, and lose the spaces at their ends. */
export const bare = (text: string): string => text.replace(/\s+/gu, '');

/** The steps that a visitor comes by, in their order, who takes this choice wherever the tour asks. */
export function stationsOf({ steps }: Tour, choice: number): number[] {
  const stations: number[] = [];
  for (let index = 0; index < steps.length;) {
    stations.push(index);
    const step = steps[index];
    const to = step?.choices?.[choice]?.to ?? step?.next;
    index = to === undefined ? index + 1 : steps.findIndex(({ id }) => id === to);
    if (stations.includes(index)) throw new Error(`the tour leads in a circle by "${to}"`);
  }
  return stations;
}

export function stepOf({ id, steps }: Tour, index: number): TourStep {
  const step = steps[index];
  if (!step) throw new Error(`"${id}" has no step ${index}`);
  return step;
}

export function hotspotOf(
  step: TourStep,
  hotspotId: string,
): NonNullable<ExhibitionNode['hotspots']>[number] | undefined {
  return EXHIBITION.nodes.find(({ id }) => id === step.at)?.hotspots?.find(({ id }) => id === hotspotId);
}
