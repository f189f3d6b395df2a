/**
 * Everything that is said about places and relics as W3C annotations (w3.org/TR/annotation-model): a collection, and a page
 * for each place. They are those of the IIIF export, whose canvases and scenes they target.
 */
import type { Exhibition } from '#document/schema.ts';
import { isJsonObject, type JsonObject } from '#document/schemaWalk.ts';
import { type IiifOptions, writeIiif } from '../iiif/write/writeIiif.ts';
import { writeWords } from '../iiif/write/words.ts';
import type { WriteResult } from '../writing.ts';

const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

export function writeAnnotations(exhibition: Exhibition, options: IiifOptions): WriteResult {
  const { manifest, losses, lossesLeftOut } = writeIiif(exhibition, options);
  const context = [`http://iiif.io/api/presentation/${options.version}/context.json`, ANNOTATION_CONTEXT];
  const pages = listPages(manifest);
  const collection = `${options.base}annotations.json`;
  const addressOf = (index: number) => `${options.base}annotations/${index + 1}.json`;
  let startIndex = 0;
  const files = pages.map(({ items, of }, index): [string, JsonObject] => {
    const page = {
      '@context': context,
      id: addressOf(index),
      type: 'AnnotationPage',
      partOf: { id: collection, type: 'AnnotationCollection' },
      label: of,
      startIndex,
      ...(index + 1 < pages.length && { next: addressOf(index + 1) }),
      items,
    };
    startIndex += items.length;
    return [`annotations/${index + 1}.json`, page];
  });
  const whole: JsonObject = {
    '@context': context,
    id: collection,
    type: 'AnnotationCollection',
    label: writeWords(exhibition.label),
    total: startIndex,
    ...(pages.length > 0 && { first: addressOf(0), last: addressOf(pages.length - 1) }),
  };
  const named = Object.fromEntries(
    [['annotations.json', whole] as const, ...files].map(([name, value]) => [name, print(value)]),
  );
  // What is said of a picture itself is no annotation; those losses are the manifest's, so they hold here too.
  return { files: named, losses, lossesLeftOut };
}

function listPages(manifest: JsonObject): { items: unknown[]; of: unknown }[] {
  const containers = Array.isArray(manifest['items']) ? manifest['items'].filter(isJsonObject) : [];
  return containers.flatMap((container) => {
    const pages = Array.isArray(container['annotations']) ? container['annotations'].filter(isJsonObject) : [];
    return pages.flatMap(({ items }) => (Array.isArray(items) ? [{ items, of: container['label'] }] : []));
  });
}

function print(value: JsonObject): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
