/** Tours of an SVX document as guided tours: each step a state of the scene. */
import type { LanguageMap } from '#document/schema.ts';
import type { TourStep } from '#document/tourSchema.ts';
import { quote } from '../loss.ts';
import type { Draft } from '../making/draft.ts';
import type { Foreign } from '../reading/foreign.ts';
import { createIdMaker } from '../text/ids.ts';
import { isEmpty, joinTexts } from '../text/words.ts';
import type { Article } from './readMeta.ts';
import { readWords } from './readTexts.ts';
import type { Snapshot } from './readViews.ts';

export interface TourContext {
  readonly snapshots: ReadonlyMap<string, Snapshot>;
  readonly articles: ReadonlyMap<string, Article>;
  readonly relics: readonly { readonly hotspot: string }[];
}

export function addTours(draft: Draft, setup: Foreign | undefined, context: TourContext): void {
  const ids = createIdMaker();
  for (const tour of setup?.objects('tours') ?? []) {
    tour.ignore('id');
    const label = readWords(tour, 'title', 'titles');
    const summary = readWords(tour, 'lead', 'leads');
    const steps = tour.objects('steps').map((step) => readStep(draft, step, context));
    const [relic] = context.relics;
    if (!relic || steps.length === 0) {
      draft.ledger.lose(
        tour.path,
        `the tour ${quote(Object.values(label)[0] ?? '')} is left out: there is nothing to lead to`,
      );
      continue;
    }
    const id = ids.make(Object.values(label)[0] ?? 'tour', 'tour');
    draft.tours.push({ id, label: isEmpty(label) ? { und: id } : label, ...(!isEmpty(summary) && { summary }), steps });
  }
}

function readStep(draft: Draft, step: Foreign, { snapshots, articles, relics }: TourContext): TourStep {
  const title = readWords(step, 'title', 'titles');
  const id = step.text('id') ?? '';
  const snapshot = snapshots.get(id);
  if (!snapshot)
    step.ledger.lose(step.at('id'), `there is no state ${quote(id)}: the step keeps its words, not its view`);
  const article = snapshot?.articleId === undefined ? undefined : articles.get(snapshot.articleId);
  const narration: LanguageMap = article ? joinTexts(title, article.body) : title;
  const [node] = draft.nodes;
  const [relic] = relics;
  return {
    at: node?.id ?? 'hall',
    narration,
    ...(relic && {
      relic: {
        hotspot: relic.hotspot,
        ...(snapshot?.view && { view: snapshot.view }),
        ...(snapshot?.surface && { surface: snapshot.surface }),
      },
    }),
  };
}
