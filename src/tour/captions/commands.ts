/** The only writers of `TourState.captions` and `TourState.captionSettings`. */
import type { CommandContext } from '../commands/context.ts';
import type { Caption, CaptionSettings } from './state.ts';

/** Replaces what its source says at this moment. */
export function showCaption({ store }: CommandContext, caption: Caption): void {
  const others = store.getState().captions.filter(({ source }) => source !== caption.source);
  store.setState({ captions: [...others, caption] });
}

/** Of one source, or of all. */
export function clearCaptions({ store }: CommandContext, source?: string): void {
  const { captions } = store.getState();
  const kept = source === undefined ? [] : captions.filter((caption) => caption.source !== source);
  if (kept.length !== captions.length) store.setState({ captions: kept });
}

export function setCaptions({ store }: CommandContext, settings: Partial<CaptionSettings>): void {
  store.setState({ captionSettings: { ...store.getState().captionSettings, ...settings } });
}
