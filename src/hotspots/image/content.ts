import { describeRights } from '#document/rights/describeRights.ts';
import type { ImageAsset } from '#document/schema.ts';
import { madeLabelOf } from '#document/sourceType.ts';
import type { ContentContext, HotspotOf, PanelContent } from '../panel.ts';
import { labelled, splitParagraphs, word } from '../wording.ts';

/** What the picture does not say about its rights and making, the exhibition says for it. */
export function imageContent(hotspot: HotspotOf<'image'>, context: ContentContext): PanelContent {
  const { exhibition } = context;
  const image = exhibition.assets.find(
    (asset): asset is ImageAsset => asset.kind === 'image' && asset.id === hotspot.image,
  );
  const rights = image?.rights ?? exhibition.rights;
  const statement = image?.requiredStatement ?? exhibition.requiredStatement;
  return {
    kind: 'image',
    title: word(hotspot.label, context),
    paragraphs: splitParagraphs(hotspot.body, context),
    facts: (hotspot.facts ?? []).map((fact) => labelled(fact, context)),
    picture: image ? { uri: image.uri, width: image.width, height: image.height, alt: word(image.alt, context) } : null,
    credit: image?.credit ? word(image.credit, context) : null,
    requiredStatement: image && statement ? labelled(statement, context) : null,
    rights: image && rights !== undefined ? describeRights(rights) : null,
    made: image ? madeLabelOf(image.digitalSourceType ?? exhibition.digitalSourceType) : null,
  };
}
