import { beforeAll, describe, expect, it } from 'vitest';
import type { Exhibition } from '#document/schema.ts';
import type { HeadsetMenu } from '#tour/headset/state.ts';
import { HEADSET_MENUS } from '#tour/headset/state.ts';
import type { Panel } from '#tour/state.ts';
import type { Tour } from '#tour/store.ts';
import type { Block, PanelModel } from '#xr/panel/model.ts';
import { valueAt } from '#xr/panel/layout/amounts.ts';
import { layPanel } from '#xr/panel/layout/layPanel.ts';
import { MOST_HEIGHT, PANEL_WIDTH, READING_DISTANCE } from '#xr/panel/layout/measures.ts';
import type { PanelPage } from '#xr/panel/layout/ink.ts';
import { bare, demonstration, describePanel, measure, visit, wordsOf } from './setting.ts';

const inEnglish = (text: string) => ({ text, language: 'en' });
const panelOf = (blocks: readonly Block[], title = 'Title'): PanelModel => ({
  key: 'k',
  title: inEnglish(title),
  closing: { kind: 'close' },
  blocks,
});
const paragraph = (text: string): Block => ({ kind: 'paragraph', tone: 'body', text: inEnglish(text) });

describe('pages', () => {
  it('are one, as high as what it holds, where that has room', () => {
    const [page, ...others] = layPanel(panelOf([paragraph('A few words.')]), measure);
    expect(others).toEqual([]);
    expect(page?.width).toBe(PANEL_WIDTH);
    expect(page?.height).toBeLessThan(0.2);
    expect(page?.controls.map(({ id }) => id)).toEqual(['grip', 'closing']);
  });

  it('lead back and forth where there are several, and are alike in size', () => {
    const text = 'Around it runs a mask of two equal halves. '.repeat(120);
    const pages = layPanel(panelOf([paragraph(text)]), measure);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page.height).toBe(MOST_HEIGHT);
    const ways = pages.map(({ controls }) => controls.map(({ id }) => id).filter((id) => /next|previous/.test(id)));
    expect(ways[0]).toEqual(['next']);
    expect(ways[1]).toEqual(['previous', 'next']);
    expect(ways.at(-1)).toEqual(['previous']);
    expect(wordsOf(pages)).toContain(`1/${pages.length}`);
    const words = pages.map((page) =>
      wordsOf([page])
        .replace('Title', '')
        .replace(/\d+\/\d+$/, ''),
    );
    expect(words.join('')).toBe(bare(text));
  });

  it('begin and end with two lines of a paragraph at least', () => {
    for (let count = 1; count < 60; count++) {
      const blocks = [paragraph('One line. '.repeat(count)), paragraph('abcdefghij '.repeat(100))];
      for (const page of layPanel(panelOf(blocks), measure)) {
        const ends = page.inks.filter((ink) => ink.kind === 'text' && ink.text.startsWith('abcdefghij'));
        expect(ends.length).not.toBe(1);
      }
    }
  });

  it('never end with a heading', () => {
    for (let count = 1; count < 60; count++) {
      const blocks: Block[] = [
        paragraph('One line of words. '.repeat(3 * count)),
        { kind: 'heading', text: inEnglish('Credits') },
        paragraph('What follows.'),
      ];
      const pages = layPanel(panelOf(blocks), measure);
      const page = pages.find((one) => wordsOf([one]).includes('Credits'));
      expect(page && wordsOf([page])).toContain('Whatfollows.');
    }
  });

  it('set a title that is no title as the beginning of the text', () => {
    const title = 'A very long name of a thing '.repeat(80).trim();
    const pages = layPanel(panelOf([paragraph('End.')], title), measure);
    expect(pages.length).toBeGreaterThan(1);
    expect(wordsOf(pages).replace(/\d+\/\d+/g, '')).toBe(bare(`${title}End.`));
  });

  it('hold a fact and a note that are longer than a page', () => {
    const long = 'Found, lost, and found again. '.repeat(100).trim();
    const blocks: Block[] = [
      { kind: 'facts', rows: [{ label: inEnglish('Provenance'), value: inEnglish(long) }] },
      {
        kind: 'choice',
        legend: null,
        isRow: false,
        options: [
          {
            label: inEnglish('Layer'),
            note: inEnglish(long),
            isChosen: true,
            action: { kind: 'chooseLayer', layerId: 'x' },
          },
        ],
      },
    ];
    const pages = layPanel(panelOf(blocks), measure);
    const words = pages
      .map((page) =>
        wordsOf([page])
          .replace('Title', '')
          .replace(/\d+\/\d+$/, ''),
      )
      .join('');
    expect(words).toBe(bare(`Provenance${long}Layer${long}`));
    expectWithin(pages);
  });
});

describe('a slider', () => {
  const slider: Block = {
    kind: 'slider',
    label: inEnglish('Height'),
    valueText: inEnglish('0 cm'),
    setting: 'heightOffset',
    value: 58,
    min: -60,
    max: 60,
    step: 5,
  };
  const [page] = layPanel(panelOf([slider]), measure);
  const track = page?.controls.find((control) => control.kind === 'slide');

  it.each([
    [0, -60],
    [0.5, 0],
    [0.51, 0],
    [0.53, 5],
    [1, 60],
    [-4, -60],
    [9, 60],
  ])('at %f of its way means %i', (share, value) => {
    if (track?.kind !== 'slide') throw new Error('there is no track');
    expect(valueAt(track, track.fromX + share * (track.toX - track.fromX))).toBeCloseTo(value, 9);
  });

  it('has a step less and more beside it that end where it ends', () => {
    const actions = page?.controls.flatMap((control) => (control.kind === 'press' ? [control.action] : []));
    expect(actions).toContainEqual({ kind: 'slide', setting: 'heightOffset', value: 53 });
    expect(actions).toContainEqual({ kind: 'slide', setting: 'heightOffset', value: 60 });
  });
});

describe('every panel of the demonstration', () => {
  let exhibition: Exhibition;
  beforeAll(() => {
    exhibition = demonstration();
  });
  const panels: Panel[] = [
    { kind: 'places' },
    { kind: 'plan' },
    { kind: 'layers' },
    { kind: 'about' },
    { kind: 'measure' },
    { kind: 'hotspot', hotspotId: 'caisson' },
  ];
  const openings = [
    ...HEADSET_MENUS.map((menu): [string, (tour: Tour) => void] => [menu, openMenu(menu)]),
    ...panels.map((panel): [string, (tour: Tour) => void] => [panel.kind, ({ commands }) => commands.openPanel(panel)]),
    ['a lens', (tour: Tour) => openComparison(tour, 'lens')] as const,
    ['a curtain by lamplight', (tour: Tour) => openComparison(tour, 'curtain')] as const,
    ['gliding', glide] as const,
  ];

  it.each(['en', 'zh-Hans'].flatMap((language) => openings.map(([name, open]) => ({ language, name, open }))))(
    'has targets of 2.2° and words within its edges: $name, $language',
    async ({ language, open }) => {
      const tour = visit(exhibition, language, 'hall-as-found');
      open(tour);
      const pages = layPanel(await describePanel(tour.store.getState()), measure);
      const least = 2 * READING_DISTANCE * Math.tan((1.1 * Math.PI) / 180);
      for (const { controls } of pages) {
        for (const { id, box } of controls) {
          expect(box.width, id).toBeGreaterThanOrEqual(least);
          expect(box.height, id).toBeGreaterThanOrEqual(least);
        }
        expect(new Set(controls.map(({ id }) => id)).size).toBe(controls.length);
      }
      expectWithin(pages);
    },
  );
});

function openMenu(menu: HeadsetMenu) {
  return ({ commands }: Tour): void => commands.headset.openMenu(menu);
}

function openComparison({ commands }: Tour, mode: 'lens' | 'curtain'): void {
  commands.compare.open('restored', mode);
  commands.light.set({ time: 0.3, isLampLit: true });
  commands.openPanel({ kind: 'layers' });
}

function glide({ commands }: Tour): void {
  commands.headset.setComfort({ motion: 'smooth' });
  commands.headset.openMenu('comfort');
}

/** Nothing lies beyond the edges of its page, and letters are no smaller than 0.75°. */
function expectWithin(pages: readonly PanelPage[]): void {
  for (const { inks, width, height } of pages) {
    for (const ink of inks) {
      if (ink.kind !== 'text') continue;
      const own = measure(ink.text, ink.style, ink.language) + ink.spread * (ink.text.length - 1);
      const left = ink.align === 'left' ? ink.x : ink.align === 'right' ? ink.x - own : ink.x - own / 2;
      expect(left, ink.text).toBeGreaterThanOrEqual(0);
      expect(left + own, ink.text).toBeLessThanOrEqual(width);
      expect(ink.y - ink.style.size, ink.text).toBeGreaterThanOrEqual(0);
      expect(ink.y, ink.text).toBeLessThanOrEqual(height - 0.01);
      expect(ink.style.size).toBeGreaterThanOrEqual(0.02);
      expect(ink.style.lineHeight).toBeGreaterThanOrEqual(READING_DISTANCE * Math.tan((0.9 * Math.PI) / 180));
    }
  }
}
