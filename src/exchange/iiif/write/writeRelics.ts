/** Version 3 knows no scenes: each relic of a hall is a canvas with its poster, and its files are other renderings. */
import type { ExhibitionNode, GalleryAsset } from '#document/schema.ts';
import type { JsonObject } from '#document/schemaWalk.ts';
import { findModel, makePage, type WriteContext } from './context.ts';
import { formatOf, writeStatement, writeWords } from './words.ts';

export function writeRelics(context: WriteContext, node: ExhibitionNode, hall: GalleryAsset): JsonObject[] {
  const { base, teller, used } = context;
  used.add(hall.id);
  teller.say(node, 'id', 'asset', 'hotspots');
  teller.lose(node, `the hall “${node.id}” is no place in version 3: each of its relics is a canvas of its own`);
  return (node.hotspots ?? []).flatMap((hotspot) => {
    const model = hotspot.kind === 'relic' ? findModel(context, hotspot.model) : null;
    if (!model?.poster) {
      teller.lose(hotspot, `“${hotspot.id}” of the hall “${node.id}” is left out: there is no picture of it`);
      return [];
    }
    teller.say(hotspot, 'kind', 'id', 'label', 'body', 'facts', 'model');
    teller.say(model, 'kind', 'id', 'label', 'alt', 'lods', 'boundingBox', 'poster');
    const id = `${base}canvas/${node.id}/${hotspot.id}`;
    const { uri, width, height } = model.poster;
    const body = {
      id: base + uri,
      type: 'Image',
      ...formatOf(uri),
      width,
      height,
      ...(model.alt && { label: writeWords(model.alt) }),
    };
    const painting = { id: `${id}/picture`, type: 'Annotation', motivation: 'painting', body, target: id };
    return [
      {
        id,
        type: 'Canvas',
        label: writeWords(hotspot.label),
        ...(hotspot.body && { summary: writeWords(hotspot.body) }),
        width,
        height,
        ...writeStatement(model, teller, hotspot.facts),
        rendering: model.lods.map((lod) => ({
          id: base + lod.uri,
          type: 'Model',
          ...formatOf(lod.uri),
          label: { none: [lod.quality] },
        })),
        items: [makePage(`${id}/page`, [painting])],
      },
    ];
  });
}
