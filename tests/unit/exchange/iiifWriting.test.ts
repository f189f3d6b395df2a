/** Exhibitions as IIIF: what it says comes back as it went, and what it cannot say is told. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isFlat } from '#document/isFlat.ts';
import { checkDocument } from '#document/check/checkDocument.ts';
import { ALL_FORMATS } from '#document/foreign/formats.ts';
import { openExhibition } from '#document/open.ts';
import type { Exhibition, ExhibitionNode, ModelAsset, PanoramaAsset } from '#document/schema.ts';
import { writeIiif } from '#exchange/iiif/write/writeIiif.ts';
import type { ImportResult } from '#exchange/result.ts';
import { openFolder } from '#pipeline/check/openFolder.ts';
import { makeFolder, pngHead } from '../../fixtures/foreignFolder.ts';
import { importValid } from '../../fixtures/importing.ts';

const PUBLIC = path.resolve(import.meta.dirname, '../../../public');
const BASE = 'https://museum.example/caves/';

function readDemonstration(): Exhibition {
  const { exhibition } = openExhibition(readFileSync(path.join(PUBLIC, 'exhibition.json')));
  if (!exhibition) throw new Error('the demonstration cannot be opened');
  return exhibition;
}

async function comeBack(version: 3 | 4): Promise<ImportResult> {
  const { files } = writeIiif(readDemonstration(), { version, base: BASE });
  return importValid(files['manifest.json'] ?? '', { folder: await openFolder(PUBLIC), name: 'manifest.json' });
}

const layersOf = ({ assets }: Exhibition, { asset, layer }: ExhibitionNode) => {
  const panorama = assets.find((one): one is PanoramaAsset => one.kind === 'panorama' && one.id === asset);
  const layers = panorama?.layers.map(({ kind, label, source, requiredStatement, digitalSourceType, rights }) => ({ kind, label, source, requiredStatement, digitalSourceType, rights })) ?? [];
  const shown = panorama?.layers.findIndex(({ id }) => id === layer) ?? -1;
  return [...layers.splice(Math.max(0, shown), 1), ...layers];
}; // prettier-ignore

describe('the demonstration as IIIF 4 and back', () => {
  let back: ImportResult;
  beforeAll(async () => {
    back = await comeBack(4);
  }, 120_000);

  it('has the same words, rights, maker and beginning', () => {
    const whole = ({ label, summary, rights, requiredStatement, provider, digitalSourceType, start }: Exhibition) => ({ label, summary, rights, requiredStatement, provider, digitalSourceType, start }); // prettier-ignore
    expect(whole(back.document)).toEqual(whole(readDemonstration()));
    expect([...back.document.languages].sort()).toEqual(['en', 'zh-Hans']);
  });

  it('has the same places: labels, first views, ways, layers with how they were made', () => {
    const demonstration = readDemonstration();
    const place = ({ id, label, summary, start, links, subjects }: ExhibitionNode) => ({
      id,
      label,
      summary,
      start,
      links,
      subjects,
    });
    expect(back.document.nodes.map(({ id }) => id)).toEqual(demonstration.nodes.map(({ id }) => id));
    for (const node of demonstration.nodes) {
      const other = back.document.nodes.find(({ id }) => id === node.id);
      if (!other) throw new Error(node.id);
      expect(place(other)).toEqual(place(node));
      expect(layersOf(back.document, other)).toEqual(layersOf(demonstration, node));
    }
  });

  it('has the same labels: where they are, what they outline, what they say', () => {
    const demonstration = readDemonstration();
    for (const node of demonstration.nodes) {
      const other = back.document.nodes.find(({ id }) => id === node.id);
      const told = (one: ExhibitionNode | undefined) =>
        one?.hotspots?.map(({ kind, id, label, body, facts, subjects, area, target, region }) => ({ kind, id, label, body, facts, subjects, area, target, region }));
      expect(told(other)).toEqual(told(node));
    }
  }); // prettier-ignore

  it('has the same flat pictures: tiles, size, direction, sections, inscriptions with what they mean', () => {
    const flats = ({ assets }: Exhibition) => assets.filter((asset) => isFlat(asset));
    expect(flats(readDemonstration())).toHaveLength(1);
    expect(flats(back.document)).toEqual(flats(readDemonstration()));
    const told = writeIiif(readDemonstration(), { version: 4, base: BASE }).losses.map(({ reason }) => reason);
    expect(told.filter((reason) => reason.includes('“scroll”'))).toEqual([
      'how “scroll” is unrolled and told has no word in IIIF; it travels in a service of our own',
      '“scroll” has no whole picture: others see its small one, and how its tiles lie travels in a service of our own',
    ]);
    const scroll = ({ nodes }: Exhibition) => nodes.find(({ id }) => id === 'scroll');
    expect(scroll(back.document)).toEqual(scroll(readDemonstration()));
  });

  it('has the same relics: files, descriptions, words on them, views of them', () => {
    const models = ({ assets }: Exhibition) => assets.filter((one): one is ModelAsset => one.kind === 'model');
    const told = (model: ModelAsset | undefined) => ({
      label: model?.label, alt: model?.alt, lods: model?.lods, poster: model?.poster, digitalSourceType: model?.digitalSourceType,
      notes: model?.annotations?.map(({ label, body }) => ({ label, body })),
    }); // prettier-ignore
    const near = (one: number | undefined, other: number | undefined) => expect(one ?? 0).toBeCloseTo(other ?? 0, 3);
    for (const model of models(readDemonstration())) {
      const other = models(back.document).find(({ label }) => label['en'] === model.label['en']);
      expect(told(other)).toEqual(told(model));
      model.annotations?.forEach((note, index) => {
        const again = other?.annotations?.[index];
        near(again?.view?.yaw, note.view?.yaw);
        near(again?.view?.pitch, note.view?.pitch);
        if (note.view?.distance !== undefined) near(again?.view?.distance, note.view.distance);
        if (note.target.type === 'point' && again?.target.type === 'point')
          note.target.at.forEach((value, axis) =>
            near(again.target.type === 'point' ? again.target.at[axis] : NaN, value),
          );
      });
    }
  });

  it('has the same tours as far as they walk, look and speak', () => {
    const told = ({ tours = [] }: Exhibition) => tours.map(({ id, label, summary, steps }) => ({ id, label, summary, steps: steps.map(({ at, look, narration }) => ({ at, look, narration })) })); // prettier-ignore
    expect(told(back.document)).toEqual(told(readDemonstration()));
  });

  it('loses nothing more on the way back', () => {
    expect(back.losses).toEqual([]);
  });

  it('tells of everything that it could not say, with its place in our document', () => {
    const { losses } = writeIiif(readDemonstration(), { version: 4, base: BASE });
    const kinds = new Map<string, string>();
    for (const { path: at, reason } of losses) kinds.set(at.replace(/\/\d+/g, '/…'), reason.replace(/“[^”]*”/g, '“…”'));
    expect([...kinds].map(([at, reason]) => `${at}: ${reason}`).sort()).toMatchInlineSnapshot(`
      [
        "/assets/…/annotations/…: the outline of “…” on “…” has no word in IIIF; its middle is marked",
        "/assets/…/colorProfile: stands in the files themselves",
        "/assets/…/depth: has no word in IIIF: a picture has no distances",
        "/assets/…/description: is left out: a sound in a scene has none",
        "/assets/…/downloads: are left out: the steps of the model are named themselves",
        "/assets/…/isLoop: has no word in IIIF",
        "/assets/…/layers/…: the layer “…” has no whole picture: others see its small one, and how its tiles lie travels in a service of our own",
        "/assets/…/light: has no word in IIIF: pictures are chosen, not mixed",
        "/assets/…/rings: has no word in IIIF",
        "/assets/…/stateKind: has no word in IIIF: a model is in one state",
        "/assets/…/stateLabel: has no word in IIIF: a model is in one state",
        "/assets/…/states: have no word in IIIF: a model is in one state",
        "/assets/…/steps: have no word in IIIF: a model has no tour of its own",
        "/assets/…: the audio “…” is part of nothing that IIIF could say",
        "/embed: is about this viewer’s own page",
        "/nodes/…/heading: has no word in IIIF: a canvas has no compass",
        "/nodes/…/hotspots/…/stands: has no word in IIIF: a canvas holds no model at a place",
        "/nodes/…/position: has no word in IIIF: canvases do not stand on a site",
        "/nodes/…/sounds/…/fullWithin: has no word in IIIF",
        "/nodes/…/sounds/…/plays: has no word in IIIF",
        "/nodes/…/sounds: has no word in IIIF: a canvas without an end has no sounds",
        "/plans: have no word in IIIF",
        "/tours/…/steps/…/choices: have no word in IIIF: a range goes from first to last",
        "/tours/…/steps/…/layers: have no word in IIIF: a range chooses no picture",
        "/tours/…/steps/…/light: has no word in IIIF: pictures are chosen, not mixed",
        "/tours/…/steps/…/measure: has no word in IIIF",
        "/tours/…/steps/…/minSeconds: has no word in IIIF: a step lasts as long as it is looked at",
        "/tours/…/steps/…/next: has no word in IIIF: a range goes from first to last",
        "/tours/…/steps/…/relic: has no word in IIIF: a range takes up no model",
        "/tours/…/steps/…/show: has no word in IIIF: a range opens no label",
      ]
    `);
  });
});

describe('the demonstration as IIIF 3', () => {
  it('has its places as canvases and the relics of its hall as pictures, each with its files beside it', async () => {
    const { manifest, losses } = writeIiif(readDemonstration(), { version: 3, base: BASE });
    const back = await comeBack(3);
    const demonstration = readDemonstration();
    const panoramas = demonstration.nodes.filter(({ asset }) => asset !== 'gallery');
    expect(manifest['@context']).toBe('http://iiif.io/api/presentation/3/context.json');
    expect(panoramas.map(({ id }) => id)).toContain('scroll');
    for (const node of panoramas) {
      const other = back.document.nodes.find(({ id }) => id === node.id);
      expect({ label: other?.label, start: other?.start }).toEqual({ label: node.label, start: node.start });
      expect(layersOf(back.document, other ?? node)).toEqual(layersOf(demonstration, node));
    }
    const hall = back.document.nodes.find(({ id }) => id.startsWith('exhibits'));
    expect(hall?.hotspots?.map(({ label }) => label)).toEqual(
      demonstration.nodes.find(({ id }) => id === 'gallery')?.hotspots?.map(({ label }) => label),
    );
    expect(losses.map(({ reason }) => reason).join()).toContain('is no place in version 3');
    expect(new Set(back.losses.map(({ path: at }) => at.replace(/\d+/g, '…')))).toEqual(
      new Set(['/items/…/rendering']),
    );
  });
});

describe('the demonstration, exported and imported again', () => {
  it.each([3, 4] as const)('has no way that dangles, and check finds no error in it (IIIF %i)', async (version) => {
    const { document, losses } = await comeBack(version);
    const ids = new Set(document.nodes.map(({ id }) => id));
    const ways = document.nodes.flatMap(({ links = [] }) => links.map(({ to }) => to));
    expect(ways.filter((to) => !ids.has(to))).toEqual([]);
    expect(losses.filter(({ reason }) => reason.includes('leads to no place'))).toEqual([]);
    expect(ways).toContain('scroll');
    const { faults } = checkDocument(new TextEncoder().encode(JSON.stringify(document)));
    expect(faults.faults.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('flat pictures of any kind', () => {
  const flat = (source: object, region: [number, number][]) => ({
    ...(readDemonstration() as object),
    tours: [],
    plans: undefined,
    start: 'map',
    assets: [{ kind: 'picture', id: 'map', label: { en: 'Map' }, metresPerPixel: 0.002, source }],
    nodes: [{ id: 'map', label: { en: 'Map' }, asset: 'map', hotspots: [{ kind: 'text', id: 'mark', label: { en: 'Mark' }, region, body: { en: 'Here' } }] }],
  }); // prettier-ignore
  const image = { type: 'flat-image', uri: 'map.jpg', width: 2000, height: 1000 };
  const service = { type: 'iiif-image', uri: 'map', version: 3, width: 2000, height: 1000, profile: 'level0', tiles: [{ width: 512, scaleFactors: [1, 2, 4] }] }; // prettier-ignore
  const outline: [number, number][] = [[0, 0], [50, 0], [20, 30]]; // prettier-ignore

  it.each([
    [image, [[1, 2], [30, 40]] as [number, number][], 'map.jpg'],
    [service, outline, 'map/full/max/0/default.jpg'],
  ])('come back as they went, and others see the whole of them', async (source, region, shown) => {
    const { exhibition } = openExhibition(JSON.stringify(flat(source, region)), ALL_FORMATS);
    if (!exhibition) throw new Error('the exhibition cannot be opened');
    const { files, losses } = writeIiif(exhibition, { version: 3, base: BASE });
    expect(files['manifest.json']).toContain(`"id": "${BASE}${shown}"`);
    expect(losses.filter(({ path: at }) => at !== '/embed')).toEqual([]);
    const folder = makeFolder({ 'map.jpg': pngHead(2000, 1000) });
    const { document, losses: more } = await importValid(files['manifest.json'] ?? '', { folder });
    expect(document.assets).toMatchObject([{ kind: 'picture', id: 'map', metresPerPixel: 0.002, source }]);
    expect(document.nodes).toMatchObject([{ id: 'map', hotspots: [{ id: 'mark', region, body: { en: 'Here' } }] }]);
    expect(more).toEqual([]);
  }); // prettier-ignore
});

describe('what an export names', () => {
  it('is an address below the one it is told, or a name of a vocabulary', () => {
    for (const version of [3, 4] as const) {
      const { files } = writeIiif(readDemonstration(), { version, base: BASE });
      const addresses = files['manifest.json']?.match(/https?:\/\/[^"\\\s]+/g) ?? [];
      expect(addresses.length).toBeGreaterThan(100);
      const others = addresses.filter((address) => !address.startsWith(BASE));
      expect(new Set(others.map((address) => new URL(address).host))).toEqual(new Set(['iiif.io', 'creativecommons.org', 'www.w3.org', 'cv.iptc.org'])); // prettier-ignore
    }
  });
});
