import { beforeAll, describe, expect, it } from 'vitest';
import { ACCESS_SUBJECTS, describeAccess } from '#document/access/describeAccess.ts';
import { describeRights } from '#document/rights/describeRights.ts';
import type { Exhibition } from '#document/schema.ts';
import { describeHotspot } from '#hotspots/content.ts';
import { loadLocale } from '#i18n/loadLocale.ts';
import { pickText } from '#i18n/pickText.ts';
import { translate } from '#i18n/translate.ts';
import { transcriptOf } from '#tour/captions/transcript.ts';
import { statementsOf } from '#tour/selectors/statements.ts';
import type { TourState } from '#tour/state.ts';
import { contentsOf } from '#xr/panel/contents/contentsOf.ts';
import { layPanel } from '#xr/panel/layout/layPanel.ts';
import { makeExhibitionWithRelic } from '../../../fixtures/exhibitions.ts';
import { exhibition as threePlaces } from '../../tour/exhibition.ts';
import { bare, demonstration, describePanel, measure, visit, wordsOf } from './setting.ts';

const saidBy = async (state: TourState): Promise<string> => {
  const pages = layPanel(await describePanel(state), measure);
  return wordsOf(pages);
};

describe.each(['en', 'zh-Hans'])('in %s', (language) => {
  let exhibition: Exhibition;
  beforeAll(() => {
    exhibition = demonstration();
  });

  it('a label says everything that the page says of its hotspot, on one page or another', async () => {
    const locale = await loadLocale(language);
    const tour = visit(exhibition, language);
    let count = 0;
    for (const node of exhibition.nodes) {
      for (const hotspot of node.hotspots ?? []) {
        tour.commands.goTo(node.id, { panel: { kind: 'hotspot', hotspotId: hotspot.id } });
        const said = await saidBy(tour.store.getState());
        const content = describeHotspot(hotspot, { exhibition, language });
        const made =
          content.made &&
          translate(locale, content.kind === 'relic' ? `relic.made.${content.made}` : `made.${content.made}`);
        const all = [
          content.title.text,
          ...content.facts.flatMap(({ label, value }) => [label.text, value.text]),
          content.picture?.alt.text,
          made,
          content.credit?.text,
          content.requiredStatement?.value.text,
          content.rights?.label,
        ];
        for (const text of all) if (text) expect(said, `${node.id} ${hotspot.id}`).toContain(bare(text));
        // A paragraph may go on in the next page, past its foot and head.
        const unbroken = said.replaceAll(new RegExp(`\\d+/\\d+${bare(content.title.text)}`, 'g'), '');
        for (const { text } of content.paragraphs) {
          if (!unbroken.includes(bare(text))) expectInParts(said, bare(text));
        }
        count++;
      }
    }
    expect(count).toBeGreaterThan(60);
  });

  it('about says all rights, statements, credits and ways of making', async () => {
    const locale = await loadLocale(language);
    const tour = visit(exhibition, language);
    tour.commands.openPanel({ kind: 'about' });
    const said = await saidBy(tour.store.getState());
    const statements = statementsOf(exhibition);
    expect(statements.length).toBeGreaterThan(0);
    for (const { label, credit, requiredStatement, rights, sourceType } of [
      { ...exhibition, credit: null, sourceType: exhibition.digitalSourceType },
      ...statements,
    ]) {
      expectInParts(said, bare(pickText(label, language).text));
      if (credit) expectInParts(said, bare(pickText(credit, language).text));
      if (requiredStatement) expectInParts(said, bare(pickText(requiredStatement.value, language).text));
      if (rights) expectInParts(said, bare(describeRights(rights).label));
      if (sourceType) expectInParts(said, bare(translate(locale, `source.${sourceType}`)));
    }
  });

  it('the welcome has every language by its own name, and says what the visit is made of', async () => {
    const tour = visit(exhibition, language);
    tour.commands.headset.openMenu('welcome');
    const model = await describePanel(tour.store.getState());
    const said = wordsOf(layPanel(model, measure));
    for (const text of ['简体中文', 'English', '彩绘石窟', 'ThePaintedCaves']) expect(said).toContain(text);
    expect(said).toContain(bare(pickText(exhibition.requiredStatement?.value, language).text));
    expect(model.closing).toBeNull();
  });

  it('places says where one is and names all others', async () => {
    const tour = visit(exhibition, language, 'gallery');
    tour.commands.openPanel({ kind: 'places' });
    const said = await saidBy(tour.store.getState());
    for (const { label } of exhibition.nodes) expect(said).toContain(bare(pickText(label, language).text));
    const here = bare(pickText(exhibition.nodes.find(({ id }) => id === 'gallery')?.label, language).text);
    expect(said).toContain(here + bare(translate(await loadLocale(language), 'places.here')));
  });
});

describe.each(['en', 'zh-Hans'])('text and access in %s', (language) => {
  it('is in the menu, sets captions and leads to the transcript', async () => {
    const { store, commands } = visit(demonstration(), language);
    commands.headset.openMenu('menu');
    expect(JSON.stringify(await describePanel(store.getState()))).toContain('"panel":{"kind":"access"}');
    commands.headset.openMenu(null);
    commands.openPanel({ kind: 'access' });
    commands.captions.set({ size: 2 });
    const { blocks } = await describePanel(store.getState());
    const chosen = blocks.flatMap((block) => (block.kind === 'choice' ? block.options : []));
    expect(chosen.filter(({ isChosen }) => isChosen).map(({ action }) => action)).toEqual([
      { kind: 'setCaptions', captions: { size: 2 } },
      { kind: 'setCaptions', captions: { place: 'below' } },
    ]);
    expect(JSON.stringify(blocks)).toContain('"panel":{"kind":"transcript"}');
    const said = await saidBy(store.getState());
    const locale = await loadLocale(language);
    const { subjects } = describeAccess(demonstration());
    const counted = ACCESS_SUBJECTS.filter((subject) => subjects[subject].of > 0);
    expect(counted.length).toBeGreaterThan(3);
    for (const subject of counted) expectInParts(said, bare(translate(locale, `statement.${subject}`)));
    commands.captions.set({ isOn: false });
    expect((await describePanel(store.getState())).blocks.filter(({ kind }) => kind === 'choice')).toEqual([]);
  });

  it('has every word of a guided tour on its pages: the first, that under way, or the chosen one', async () => {
    const exhibition = demonstration();
    const { store, commands } = visit(exhibition, language);
    const [first, second] = exhibition.tours ?? [];
    if (!first || !second) throw new Error('the demonstration has two tours');
    const tells = async (tour: typeof first, tourId: string | null = null) => {
      const model = await describePanel(store.getState(), { tourId });
      const pages = layPanel(model, measure);
      expect(pages.length).toBeGreaterThan(1);
      for (const { lines } of transcriptOf(exhibition, tour.id, language)) {
        for (const line of lines) expectInParts(wordsOf(pages), bare(line));
      }
      const choice = model.blocks.find((block) => block.kind === 'choice');
      expect(choice?.options.findIndex(({ isChosen }) => isChosen)).toBe(exhibition.tours?.indexOf(tour));
    };
    commands.openPanel({ kind: 'transcript' });
    await tells(first);
    await tells(second, second.id);
    commands.guide.start(second.id);
    commands.openPanel({ kind: 'transcript' });
    await tells(second);
  });
});

it('text and access offers no transcript where nothing is said', async () => {
  const { store, commands } = visit(threePlaces);
  commands.openPanel({ kind: 'access' });
  expect(JSON.stringify(await describePanel(store.getState()))).not.toContain('transcript');
  commands.openPanel({ kind: 'transcript' });
  expect(await saidBy(store.getState())).toContain('Nothingissaidinthisexhibition.');
});

it('the menu says how the picture was made, and that a restoration is a conjecture', async () => {
  const exhibition = demonstration();
  const tour = visit(exhibition, 'en', 'hall-restored');
  tour.commands.headset.openMenu('menu');
  const said = await saidBy(tour.store.getState());
  expect(said).toContain('Synthetic:madebyaprogram');
  expect(said).toContain('Whatmayoncehavebeenhere');
});

it('the menu tells how a wall is brought closer, where there is one', async () => {
  const told = async (nodeId: string) => {
    const tour = visit(demonstration(), 'en', nodeId);
    tour.commands.headset.openMenu('menu');
    return (await saidBy(tour.store.getState())).includes('keeppressingonabarepart');
  };
  expect([await told('hall-as-found'), await told('gallery')]).toEqual([true, false]);
});

it('layers that were made with AI say so beside their name', async () => {
  const exhibition = structuredClone(demonstration());
  const hall = exhibition.assets.find(({ id }) => id === 'hall');
  const layer = hall?.kind === 'panorama' ? hall.layers.find(({ id }) => id === 'restored') : undefined;
  if (!layer) throw new Error('the hall has no restored layer');
  layer.digitalSourceType = 'trainedAlgorithmicMedia';
  layer.credit = { en: 'By a model, 2026' };
  const tour = visit(exhibition, 'en', 'hall-as-found');
  tour.commands.openPanel({ kind: 'layers' });
  const said = await saidBy(tour.store.getState());
  for (const text of ['MadewithgenerativeAI', 'Byamodel,2026', 'Whatmayoncehavebeenhere']) expect(said).toContain(text);
});

it('a relic made of tiles names its makers as they name themselves', async () => {
  const exhibition = structuredClone(makeExhibitionWithRelic());
  const index = exhibition.assets.findIndex(({ kind }) => kind === 'model');
  const model = exhibition.assets[index];
  if (!model) throw new Error('there is no model');
  exhibition.assets[index] = {
    kind: 'tileset',
    id: model.id,
    label: model.label,
    tileset: 'tiles/tileset.json',
  } as never;
  const node = exhibition.nodes.find(({ hotspots }) => hotspots?.some(({ kind }) => kind === 'relic'));
  const hotspot = node?.hotspots?.find(({ kind }) => kind === 'relic');
  if (!node || !hotspot) throw new Error('there is no relic');
  const tour = visit(exhibition, 'en', node.id);
  tour.commands.noteAttributions(model.id, ['A. Surveyor', 'B. Photographer']);
  tour.commands.openPanel({ kind: 'hotspot', hotspotId: hotspot.id });
  expect(await saidBy(tour.store.getState())).toContain('A.Surveyor·B.Photographer');
});

describe('what is offered', () => {
  it('is only what the place, the exhibition and the device have', async () => {
    const { store, commands } = visit(threePlaces);
    commands.headset.openMenu('menu');
    const menu = JSON.stringify(await describePanel(store.getState()));
    for (const missing of ['"plan"', '"layers"', 'setLight', 'setOnlyFound']) expect(menu).not.toContain(missing);
    commands.headset.openMenu('welcome');
    const dumb = JSON.stringify(await describePanel(store.getState(), { canSpeak: false }));
    expect(dumb).not.toContain('speakLanguage');
    expect(JSON.stringify(await describePanel(store.getState()))).toContain('speakLanguage');
  });

  it('is nothing where nothing is open', async () => {
    const { store } = visit(threePlaces);
    const locale = await loadLocale('en');
    const unable = { canSpeak: false, canTakeUp: false, takenUp: null };
    expect(
      contentsOf({ state: store.getState(), locale, yaw: 0, planId: null, tourId: null, related: [], ...unable }),
    ).toBeNull();
  });

  it.each([
    ['en', 'Put it back', 'Look at it from all sides'],
    ['zh-Hans', '放回原处', '近前细看'],
  ])('of a relic is to put it back while it is out of its place, in %s', async (language, putBack, takeUp) => {
    const hotspotId = 'relic-clay-bodhisattva';
    const { store, commands } = visit(demonstration(), language, 'hall-as-found');
    commands.openPanel({ kind: 'hotspot', hotspotId });
    const labelled = async (takenUp: string | null) =>
      JSON.stringify((await describePanel(store.getState(), { takenUp })).blocks);
    for (const elsewhere of [null, 'another-relic']) {
      expect(await labelled(elsewhere)).toContain(`"${takeUp}"`);
      expect(await labelled(elsewhere)).not.toContain(putBack);
    }
    const out = await labelled(hotspotId);
    expect(out).toContain(putBack);
    expect(out).toContain('{"kind":"putBack"}');
    expect(out).not.toContain(`"${takeUp}"`);
  });

  it('in comfort leads back to where it was opened from', async () => {
    const { store, commands } = visit(threePlaces);
    const buttons = async () => JSON.stringify((await describePanel(store.getState())).blocks.at(-1));
    commands.headset.openMenu('welcome');
    commands.headset.openMenu('comfort');
    expect(await buttons()).toContain('{"kind":"openMenu","menu":"welcome"}');
    expect(await buttons()).not.toContain('"menu":"menu"');
    commands.headset.openMenu('menu');
    commands.headset.openMenu('comfort');
    expect(await buttons()).toContain('{"kind":"openMenu","menu":"menu"}');
  });
});

/** In one piece, or in pieces on pages that follow each other: none of it is missing. */
function expectInParts(said: string, text: string): void {
  let rest = text;
  let from = 0;
  while (rest !== '') {
    let length = rest.length;
    while (length > 0 && said.indexOf(rest.slice(0, length), from) < 0) length--;
    // A piece is lines, never single letters that would be found anywhere.
    expect(Math.min(length, rest.length) >= Math.min(8, rest.length), rest).toBe(true);
    from = said.indexOf(rest.slice(0, length), from) + length;
    rest = rest.slice(length);
  }
}
