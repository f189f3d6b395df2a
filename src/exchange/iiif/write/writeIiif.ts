/** An exhibition as a manifest of IIIF Presentation 3 or 4, and what it cannot say. */
import { isFlat } from '#document/isFlat.ts';
import type { Exhibition, ExhibitionNode } from '#document/schema.ts';
import type { JsonObject } from '#document/schemaWalk.ts';
import { createTeller, type WriteResult } from '../../writing.ts';
import { addressOf, type Version, type WriteContext } from './context.ts';
import { REASONS, UNSAID } from './reasons.ts';
import { writeCanvas, writeView } from './writeCanvas.ts';
import { writeFlat, writeSections } from './writeFlat.ts';
import { writeRelics } from './writeRelics.ts';
import { writeScene } from './writeScene.ts';
import { writeStatement, writeWords } from './words.ts';

export interface IiifOptions {
  readonly version: Version;
  /** Where the exhibition's folder is on the web, with a slash at its end. */
  readonly base: string;
}

export function writeIiif(
  exhibition: Exhibition,
  options: IiifOptions,
): WriteResult & { readonly manifest: JsonObject } {
  const teller = createTeller(exhibition, REASONS, UNSAID);
  const assets = new Map(exhibition.assets.map((asset) => [asset.id, asset]));
  const context: WriteContext = { exhibition, ...options, teller, assets, used: new Set() };
  const { base, version } = options;
  teller.say(
    exhibition,
    '$schema',
    'formatVersion',
    'id',
    'label',
    'summary',
    'provider',
    'homepage',
    'defaultLanguage',
    'languages',
    'start',
    'assets',
    'nodes',
    'tours',
  );
  const items = exhibition.nodes.flatMap((node) => writeNode(context, node));
  const structures = [...writeTours(context), ...writeAllSections(context)];
  const start = exhibition.nodes.find(({ id }) => id === exhibition.start) ?? exhibition.nodes[0];
  const homepage =
    exhibition.homepage === undefined
      ? []
      : [
          {
            id: exhibition.homepage,
            type: 'Text',
            label: writeWords(exhibition.provider ?? exhibition.label),
            format: 'text/html',
          },
        ];
  const manifest: JsonObject = {
    '@context': `http://iiif.io/api/presentation/${version}/context.json`,
    id: `${base}manifest.json`,
    type: 'Manifest',
    label: writeWords(exhibition.label),
    ...(exhibition.summary && { summary: writeWords(exhibition.summary) }),
    ...writeStatement(exhibition, teller),
    ...(exhibition.provider && {
      provider: [
        {
          id: exhibition.homepage ?? base,
          type: 'Agent',
          label: writeWords(exhibition.provider),
          ...(homepage.length > 0 && { homepage }),
        },
      ],
    }),
    ...(homepage.length > 0 && !exhibition.provider && { homepage }),
    ...(start && items.some(({ id }) => id === addressOf(context, start).id) && { start: addressOf(context, start) }),
    items,
    ...(structures.length > 0 && { structures }),
  };
  exhibition.assets.forEach((asset) => {
    if (!context.used.has(asset.id))
      teller.lose(asset, `the ${asset.kind} “${asset.id}” is part of nothing that IIIF could say`);
  });
  return { manifest, files: { 'manifest.json': `${JSON.stringify(manifest, null, 2)}\n` }, ...teller.close() };
}

function writeNode(context: WriteContext, node: ExhibitionNode): JsonObject[] {
  const asset = context.assets.get(node.asset);
  if (isFlat(asset)) return [writeFlat(context, node, asset)];
  if (asset?.kind === 'panorama') return [writeCanvas(context, node, asset)];
  if (asset?.kind !== 'gallery') return [];
  return context.version === 4 ? [writeScene(context, node, asset)] : writeRelics(context, node, asset);
}

function writeAllSections(context: WriteContext): JsonObject[] {
  return context.exhibition.nodes.flatMap((node) => {
    const asset = context.assets.get(node.asset);
    const range = isFlat(asset) ? writeSections(context, node, asset) : null;
    return range ? [range] : [];
  });
}

/** A tour is a range of ranges, each of which looks somewhere and says something. */
function writeTours(context: WriteContext): JsonObject[] {
  const { exhibition, teller, base } = context;
  return (exhibition.tours ?? []).map((tour) => {
    teller.say(tour, 'id', 'label', 'summary', 'steps');
    const steps = tour.steps.flatMap((step, index) => {
      const node = exhibition.nodes.find(({ id }) => id === step.at);
      const place = node && addressOf(context, node);
      if (!node || !place) return [];
      teller.say(step, 'id', 'at', 'look', 'narration');
      return [
        {
          id: `${base}range/${tour.id}/${index + 1}`,
          type: 'Range',
          label: writeWords(node.label),
          summary: writeWords(step.narration),
          items: [
            step.look && context.assets.get(node.asset)?.kind === 'panorama' ? writeView(place.id, step.look) : place,
          ],
        },
      ];
    });
    return {
      id: `${base}range/${tour.id}`,
      type: 'Range',
      behavior: ['sequence'],
      label: writeWords(tour.label),
      ...(tour.summary && { summary: writeWords(tour.summary) }),
      items: steps,
    };
  });
}
