/** What a second screen shows: the words of the place, of what is open and of what is said, ready to be set. */
import { describeHotspot } from '#hotspots/content.ts';
import { pickText, type PickedText } from '#i18n/pickText.ts';
import { chooseCaptions, dressCaption } from '../captions/dressCaption.ts';
import { findHotspot, selectNode } from '../selectors/findNode.ts';
import type { TourState } from '../state.ts';

/** Plain data, to be sent from window to window. */
export interface ScreenLabels {
  /** BCP 47, of the visit. */
  readonly language: string;
  readonly exhibition: PickedText;
  readonly place: PickedText;
  readonly summary: PickedText;
  /** The label or the relic that is open; null where none is. */
  readonly open: {
    readonly title: PickedText;
    readonly paragraphs: readonly PickedText[];
    readonly facts: readonly { readonly label: PickedText; readonly value: PickedText }[];
  } | null;
  readonly captions: readonly PickedText[];
}

export function labelsOf(state: TourState): ScreenLabels {
  const { exhibition, language, panel, relic, captions, captionSettings, isTitleOpen } = state;
  const pick = (map: Parameters<typeof pickText>[0]): PickedText => pickText(map, language, exhibition.defaultLanguage);
  const node = isTitleOpen ? undefined : selectNode(state);
  const openId = relic?.hotspotId ?? (panel?.kind === 'hotspot' ? panel.hotspotId : null);
  const hotspot = openId === null ? undefined : findHotspot(node, openId);
  const content = hotspot && describeHotspot(hotspot, { exhibition, language });
  return {
    language,
    exhibition: pick(exhibition.label),
    place: pick(node?.label ?? exhibition.label),
    summary: pick(node ? node.summary : exhibition.summary),
    open: content ? { title: content.title, paragraphs: content.paragraphs, facts: content.facts } : null,
    captions: chooseCaptions(captions, captionSettings.describesSounds).map((caption) => ({
      text: dressCaption(caption),
      language: caption.language,
    })),
  };
}
