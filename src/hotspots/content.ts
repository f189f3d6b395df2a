/** One content per kind of hotspot; a kind without one does not compile. */
import type { Hotspot } from '#document/schema.ts';
import { imageContent } from './image/content.ts';
import type { ContentContext, HotspotOf, PanelContent } from './panel.ts';
import { relicContent } from './relic/content.ts';
import { textContent } from './text/content.ts';

export type { ContentContext, PanelContent };

const CONTENTS = {
  text: textContent,
  image: imageContent,
  relic: relicContent,
} satisfies { [Kind in Hotspot['kind']]: (hotspot: HotspotOf<Kind>, context: ContentContext) => PanelContent };

export function describeHotspot(hotspot: Hotspot, context: ContentContext): PanelContent {
  // The table above holds for each kind the function of that kind, which is more than the type of a lookup can say.
  const describe = CONTENTS[hotspot.kind] as (hotspot: Hotspot, context: ContentContext) => PanelContent;
  return describe(hotspot, context);
}
