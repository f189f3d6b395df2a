import { describeRights } from '#document/rights/describeRights.ts';
import type { ModelAsset, TilesetAsset } from '#document/schema.ts';
import { madeLabelOf } from '#document/sourceType.ts';
import type { ContentContext, HotspotOf, PanelContent } from '../panel.ts';
import { labelled, splitParagraphs, word } from '../wording.ts';

/** A relic's label shows its poster; rights and making are the model's or tileset's, else the exhibition's. */
export function relicContent(hotspot: HotspotOf<'relic'>, context: ContentContext): PanelContent {
  const { exhibition } = context;
  const model = exhibition.assets.find(
    (asset): asset is ModelAsset | TilesetAsset =>
      (asset.kind === 'model' || asset.kind === 'tileset') && asset.id === hotspot.model,
  );
  const rights = model?.rights ?? exhibition.rights;
  const statement = model?.requiredStatement ?? exhibition.requiredStatement;
  return {
    kind: 'relic',
    title: word(hotspot.label, context),
    paragraphs: splitParagraphs(hotspot.body, context),
    facts: (hotspot.facts ?? []).map((fact) => labelled(fact, context)),
    picture: model?.poster ? { ...model.poster, alt: word(model.alt ?? model.label, context) } : null,
    credit: model?.credit ? word(model.credit, context) : null,
    requiredStatement: model && statement ? labelled(statement, context) : null,
    rights: model && rights !== undefined ? describeRights(rights) : null,
    made: model ? madeLabelOf(model.digitalSourceType ?? exhibition.digitalSourceType) : null,
  };
}
