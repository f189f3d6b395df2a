import { compassOf, directionFrom, windOf } from '#tour/selectors/facing.ts';
import { selectNode } from '#tour/selectors/findNode.ts';
import { listInFront, nearestExit } from '#tour/selectors/inFront.ts';
import { findHotspot } from '#tour/selectors/findNode.ts';
import { useMarks, useTexts, useTour, useUi } from '../context.ts';

/** “What is in front of me”, as one sentence after the other: which way one faces, what is there, the nearest way on. */
export function useFrontWords(): () => string {
  const t = useTexts();
  const { liveView, locale } = useUi();
  const node = useTour(selectNode);
  const marks = useMarks();
  return () => {
    const view = liveView.current;
    const nameOf = (id: string, label: string): string =>
      findHotspot(node, id)?.kind === 'relic' ? t('front.relic', { name: label }) : label;
    const things = listInFront(marks, view).map(({ mark, side }) => {
      const name = mark.kind === 'link' ? t('front.exit', { name: mark.label }) : nameOf(mark.id, mark.label);
      return t(`front.${side}`, { name });
    });
    const exit = nearestExit(marks, view);
    return [
      t('turned', { facing: t(`facing.${windOf(compassOf(view, node))}`) }),
      things.length > 0 ? t('front.row', { things: locale.lists.format(things) }) : t('front.nothing'),
      exit ? t('front.nearest', { name: exit.label, direction: t(`direction.${directionFrom(view, exit)}`) }) : '',
    ]
      .filter((sentence) => sentence !== '')
      .join(' ');
  };
}
