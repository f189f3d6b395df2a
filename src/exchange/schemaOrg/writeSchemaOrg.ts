/** An exhibition as JSON-LD in the words of schema.org, as search engines read it. */
import type { Asset, Exhibition, LanguageMap, ModelAsset } from '#document/schema.ts';
import type { JsonObject } from '#document/schemaWalk.ts';
import { SOURCE_TYPE_VOCABULARY } from '../iiif/statement.ts';
import { formatOf } from '../iiif/write/words.ts';
import { UNDETERMINED } from '../text/words.ts';
import { createTeller, type Teller, type WriteResult } from '../writing.ts';

const UNSAID = 'has no word in schema.org';

const REASONS: Readonly<Record<string, string>> = {
  links: 'have no word in schema.org: works stand in no room',
  hotspots: 'are told only as far as they show a work',
  tours: 'have no word in schema.org',
  kiosk: 'is about a screen in a museum',
  wording: 'is about this viewer’s own interface',
  embed: 'is about this viewer’s own page',
};

export function writeSchemaOrg(
  exhibition: Exhibition,
  { base }: { readonly base: string },
): WriteResult & { readonly data: JsonObject } {
  const teller = createTeller(exhibition, REASONS, UNSAID);
  const { label, summary, provider, homepage, languages, nodes, assets } = exhibition;
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
  );
  const places = nodes.map((node) => {
    teller.say(node, 'id', 'label', 'summary', 'asset', 'subjects');
    return {
      '@type': 'WebPageElement',
      '@id': `${base}#${node.id}`,
      name: writeTexts(node.label),
      ...(node.summary && { description: writeTexts(node.summary) }),
      ...(node.subjects && { keywords: node.subjects.flatMap(writeTexts) }),
    };
  });
  const data: JsonObject = {
    '@context': 'https://schema.org',
    '@type': 'Collection',
    '@id': base,
    url: base,
    name: writeTexts(label),
    ...(summary && { description: writeTexts(summary) }),
    inLanguage: languages,
    ...writeRights(exhibition, teller),
    ...(provider && {
      provider: {
        '@type': 'Organization',
        name: writeTexts(provider),
        ...(homepage !== undefined && { url: homepage }),
      },
    }),
    hasPart: [...places, ...assets.flatMap((asset) => writeWork(asset, base, teller))],
  };
  return { data, files: { 'exhibition.jsonld': `${JSON.stringify(data, null, 2)}\n` }, ...teller.close() };
}

function writeTexts(map: LanguageMap): unknown[] {
  return Object.entries(map).map(([tag, text]) => (tag === UNDETERMINED ? text : { '@value': text, '@language': tag }));
}

type Stated = Pick<ModelAsset, 'rights' | 'requiredStatement' | 'credit' | 'digitalSourceType'>;

function writeRights(owner: Stated, teller: Teller): JsonObject {
  const { rights, requiredStatement, credit, digitalSourceType } = owner;
  teller.say(owner, 'rights', 'requiredStatement', 'credit', 'digitalSourceType');
  const credits = [
    ...(requiredStatement ? writeTexts(requiredStatement.value) : []),
    ...(credit ? writeTexts(credit) : []),
  ];
  return {
    ...(rights !== undefined && { license: rights }),
    ...(credits.length > 0 && { creditText: credits }),
    ...(digitalSourceType && { digitalSourceType: { '@id': SOURCE_TYPE_VOCABULARY + digitalSourceType } }),
  };
}

function writeWork(asset: Asset, base: string, teller: Teller): JsonObject[] {
  const about = (type: string) => ({
    '@type': type,
    '@id': `${base}#${asset.id}`,
    name: writeTexts(asset.label),
    ...writeRights(asset, teller),
  });
  switch (asset.kind) {
    case 'model': {
      const { alt, lods, poster } = asset;
      teller.say(asset, 'kind', 'id', 'label', 'alt', 'lods', 'poster');
      for (const lod of lods) teller.say(lod, 'uri', 'bytes', 'quality');
      const encoding = lods.map(({ uri, bytes }) => ({
        '@type': 'MediaObject',
        contentUrl: base + uri,
        encodingFormat: 'model/gltf-binary',
        contentSize: String(bytes),
      }));
      return [
        {
          ...about('3DModel'),
          ...(alt && { description: writeTexts(alt) }),
          encoding,
          ...(poster && { thumbnailUrl: base + poster.uri }),
        },
      ];
    }
    case 'panorama': {
      const { poster, layers } = asset;
      teller.say(asset, 'kind', 'id', 'label', 'poster', 'layers');
      const hasPart = layers.map((layer) => {
        teller.say(layer, 'id', 'label', 'poster');
        const shown = layer.poster ?? poster;
        return {
          '@type': 'ImageObject',
          name: writeTexts(layer.label),
          ...(shown && { contentUrl: base + shown.uri }),
          ...writeRights(layer, teller),
        };
      });
      return [{ ...about('ImageObject'), ...(poster && { contentUrl: base + poster.uri }), hasPart }];
    }
    case 'image': {
      teller.say(asset, 'kind', 'id', 'label', 'uri', 'width', 'height', 'alt');
      const { uri, width, height, alt } = asset;
      return [
        {
          ...about('ImageObject'),
          contentUrl: base + uri,
          ...encodingOf(uri),
          width,
          height,
          description: writeTexts(alt),
        },
      ];
    }
    case 'audio': {
      teller.say(asset, 'kind', 'id', 'label', 'sources', 'seconds', 'description');
      const encoding = asset.sources.map(({ uri, type }) => ({
        '@type': 'MediaObject',
        contentUrl: base + uri,
        encodingFormat: type,
      }));
      return [
        {
          ...about('AudioObject'),
          duration: `PT${asset.seconds}S`,
          encoding,
          ...(asset.description && { description: writeTexts(asset.description) }),
        },
      ];
    }
    case 'tileset':
      teller.say(asset, 'kind', 'id', 'label', 'alt', 'uri');
      return [
        {
          ...about('3DModel'),
          ...(asset.alt && { description: writeTexts(asset.alt) }),
          encoding: [{ '@type': 'MediaObject', contentUrl: base + asset.uri, encodingFormat: 'application/json' }],
        },
      ];
    case 'scroll':
    case 'picture':
      teller.say(asset, 'kind', 'id', 'label', 'alt', 'poster');
      return [
        {
          ...about('ImageObject'),
          ...(asset.alt && { description: writeTexts(asset.alt) }),
          ...(asset.poster && { contentUrl: base + asset.poster.uri }),
        },
      ];
    case 'gallery':
      teller.say(asset, 'kind', 'id', 'label');
      return [];
  }
}

function encodingOf(uri: string): { encodingFormat?: string } {
  const { format } = formatOf(uri);
  return format === undefined ? {} : { encodingFormat: format };
}
