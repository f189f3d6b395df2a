import { wayOf } from '#tour/guide/commands.ts';
import { choicesOf, findTour, progressOf } from '#tour/guide/stations.ts';
import { minutesOf } from '#tour/guide/tellingOf.ts';
import type { Block, PanelButton, PanelModel } from '../model.ts';
import { type ContentsOf, pick, say } from './said.ts';

/** Every guided tour, to be begun. */
export function guideDoors(of: ContentsOf): Block[] {
  const tours = of.state.exhibition.tours ?? [];
  if (tours.length === 0) return [];
  const buttons = tours.map((tour): PanelButton => {
    const { text, language } = pick(of, tour.label);
    const minutes = say(of, 'guide.minutes', { count: minutesOf(tour.steps, of.state) }).text;
    return { label: { text: `${text} · ${minutes}`, language }, action: { kind: 'startGuide', tourId: tour.id } };
  });
  return [
    { kind: 'heading', text: say(of, 'guide.heading') },
    { kind: 'buttons', columns: 1, buttons },
  ];
}

/** In the menu: where one is in the tour that is under way, and what one can do about it. */
export function guideControls(of: ContentsOf): Block[] {
  const { guide } = of.state;
  const tour = guide && findTour(of.state, guide.tourId);
  if (!guide || !tour) return [];
  const { steps, written } = wayOf(of.state, guide.tourId);
  const button = (key: 'resume' | 'pause' | 'back' | 'skip' | 'leave', isMain = false): PanelButton => ({
    label: say(of, `guide.${key}`),
    action: { kind: 'steerGuide', to: key },
    isMain,
  });
  const isStanding = guide.phase === 'paused' || guide.phase === 'ended';
  return [
    { kind: 'paragraph', tone: 'strong', text: pick(of, tour.label) },
    { kind: 'paragraph', tone: 'small', text: say(of, 'guide.station', progressOf(guide, steps, written)) },
    {
      kind: 'buttons',
      columns: 2,
      buttons: [button(isStanding ? 'resume' : 'pause', true), button('skip'), button('back'), button('leave')],
    },
  ];
}

/** What the tour waits for: a choice of ways, or a sign to go on where the visitor has left it; null where for nothing. */
export function guideQuestion(of: ContentsOf): PanelModel | null {
  const { guide, panel } = of.state;
  const tour = guide && findTour(of.state, guide.tourId);
  if (!guide || !tour) return null;
  if (guide.phase === 'choosing') {
    const { steps } = wayOf(of.state, guide.tourId);
    const buttons = choicesOf(steps, guide.stepIndex).map(({ label }, to): PanelButton => {
      return { label: pick(of, label), action: { kind: 'steerGuide', to } };
    });
    const leave: PanelButton = { label: say(of, 'guide.leave'), action: { kind: 'steerGuide', to: 'leave' } };
    return {
      key: 'guide-choice',
      title: say(of, 'guide.which'),
      closing: null,
      blocks: [{ kind: 'buttons', columns: 1, buttons: [...buttons, leave] }],
    };
  }
  if (panel !== null || guide.phase !== 'paused') return null;
  return { key: 'guide', title: pick(of, tour.label), closing: null, blocks: guideControls(of).slice(1) };
}
