/** The only writers of `TourState.headset` and `TourState.comfort`. */
import { FIRST_ACCESS } from '../access/state.ts';
import { FIRST_CAPTIONS } from '../captions/state.ts';
import type { CommandContext } from '../commands/context.ts';
import { goTo } from '../commands/goTo.ts';
import { COMFORTABLE, MOST_OFFSET } from '../locomotion/state.ts';
import { FIRST_SOUND } from '../sound/state.ts';
import { startNodeId } from '../selectors/findNode.ts';
import type { ComfortSettings, HeadsetMenu, HeadsetVisit } from './state.ts';

/** What has a place on the page alone. */
const PUT_AWAY = { wallView: null, tape: null, relic: null };

/** A session has begun. The title card is done with. */
export function beginHeadset({ store }: CommandContext, menu: HeadsetMenu | null): void {
  const isWelcoming = menu === 'welcome';
  store.setState({ headset: { isVisible: true, menu, isWelcoming, recentring: 0 }, isTitleOpen: false, ...PUT_AWAY });
}

/** The session is over; the visit goes on on the page where it was, with nothing open. */
export function endHeadset({ store }: CommandContext): void {
  if (store.getState().headset) store.setState({ headset: null, panel: null });
}

export function noteHeadsetVisible(context: CommandContext, isVisible: boolean): void {
  change(context, { isVisible });
}

/** Opens a menu in place of whatever is open; null closes it, and begins the visit of one who was welcomed. */
export function openHeadsetMenu(context: CommandContext, menu: HeadsetMenu | null): void {
  const { headset } = context.store.getState();
  change(context, { menu, isWelcoming: menu === 'welcome' || (menu === 'comfort' && headset?.isWelcoming === true) });
  if (menu !== null && context.store.getState().headset) context.store.setState({ panel: null });
}

export function recentreHeadset(context: CommandContext): void {
  const { headset } = context.store.getState();
  if (headset) change(context, { recentring: headset.recentring + 1 });
}

/** Changes how one moves; what is not given stays, numbers out of range are brought into it. */
export function setComfort({ store }: CommandContext, settings: Partial<ComfortSettings>): void {
  const comfort = { ...store.getState().comfort, ...settings };
  const heightOffset = Number.isFinite(comfort.heightOffset) ? comfort.heightOffset : 0;
  const vignette = Number.isFinite(comfort.vignette) ? comfort.vignette : COMFORTABLE.vignette;
  store.setState({
    comfort: {
      ...comfort,
      heightOffset: Math.min(MOST_OFFSET, Math.max(-MOST_OFFSET, heightOffset)),
      vignette: Math.min(1, Math.max(0, vignette)),
    },
  });
}

/**
 * Makes everything as it was for the first visitor: the start, nothing open, nothing chosen, comfort by default. The
 * language stays; in a headset the next visitor is asked for it.
 */
export function handOver(context: CommandContext): void {
  const { store } = context;
  const { wholeExhibition, headset, sound, visitor } = store.getState();
  store.setState({
    // First, so that whoever has something in hand puts it away before anything is as it was.
    headset: headset && { ...headset, menu: 'welcome', isWelcoming: true },
    exhibition: wholeExhibition,
    guide: null,
    isOnlyFound: false,
    comparison: null,
    light: null,
    tape: null,
    wallView: null,
    sound: { ...FIRST_SOUND, ring: sound.ring, heard: sound.heard },
    captions: [],
    captionSettings: FIRST_CAPTIONS,
    access: FIRST_ACCESS,
    comfort: COMFORTABLE,
  });
  goTo(context, startNodeId(wholeExhibition), { isFresh: true });
  store.setState({
    headset: headset && { ...headset, menu: 'welcome', isWelcoming: true, recentring: headset.recentring + 1 },
    isTitleOpen: headset === null,
    visitor: visitor + 1,
  });
}

function change({ store }: CommandContext, changes: Partial<HeadsetVisit>): void {
  const { headset } = store.getState();
  if (headset) store.setState({ headset: { ...headset, ...changes } });
}
