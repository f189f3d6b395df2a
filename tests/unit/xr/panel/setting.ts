import { readFileSync } from 'node:fs';
import { openExhibition } from '#document/open.ts';
import type { Exhibition } from '#document/schema.ts';
import { loadLocale } from '#i18n/loadLocale.ts';
import type { TourState } from '#tour/state.ts';
import { createTour, type Tour } from '#tour/store.ts';
import { contentsOf } from '#xr/panel/contents/contentsOf.ts';
import type { ContentsOf } from '#xr/panel/contents/said.ts';
import type { PanelModel } from '#xr/panel/model.ts';
import type { PanelPage } from '#xr/panel/layout/ink.ts';
import { isWide } from '#xr/panel/type/setLines.ts';
import type { Measure } from '#xr/panel/type/typeStyle.ts';

/** A type whose Han letters are squares and whose other letters are half as wide. */
export const measure: Measure = (text, { size, tracking }) =>
  [...text].reduce((width, letter) => width + size * (isWide(letter) ? 1 : 0.5) + tracking, 0);

export function demonstration(): Exhibition {
  const file = readFileSync(new URL('../../../../public/exhibition.json', import.meta.url));
  const { exhibition } = openExhibition(new Uint8Array(file));
  if (!exhibition) throw new Error('the demonstration cannot be opened');
  return exhibition;
}

/** The demonstration in a headset, without a menu. */
export function visit(exhibition: Exhibition, language = 'en', nodeId?: string): Tour {
  const start = nodeId === undefined ? {} : { nodeId };
  const tour = createTour({ exhibition, faults: [], brokenNodes: new Map(), language, isTitleOpen: true, ...start });
  tour.commands.headset.begin(null);
  return tour;
}

export async function describePanel(state: TourState, changes: Partial<ContentsOf> = {}): Promise<PanelModel> {
  const locale = await loadLocale(state.language);
  const able = { canSpeak: true, canTakeUp: true, takenUp: null };
  const model = contentsOf({ state, locale, yaw: 0, planId: null, tourId: null, related: [], ...able, ...changes });
  if (!model) throw new Error('no panel is open');
  return model;
}

/** All words of the pages without the spaces that setting them in lines moves about. */
export function wordsOf(pages: readonly PanelPage[]): string {
  return bare(pages.flatMap(({ inks }) => inks.map((ink) => (ink.kind === 'text' ? ink.text : ''))).join(''));
}

export function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}
