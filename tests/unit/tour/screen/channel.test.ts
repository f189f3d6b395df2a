import { describe, expect, it } from 'vitest';
import type { ToldLabels } from '#tour/screen/channel.ts';
import { type FollowedVisits, followVisits, labelsToShow } from '#tour/screen/followVisits.ts';
import { labelsOf, type ScreenLabels } from '#tour/screen/labelsOf.ts';
import { readMessage } from '#tour/screen/readMessage.ts';
import { createTour } from '#tour/store.ts';
import { exhibition } from '../exhibition.ts';

function openTour() {
  return createTour({
    exhibition,
    faults: [],
    brokenNodes: new Map(),
    language: 'en',
    nodeId: 'hall',
    isTitleOpen: false,
  });
}

function labelsAt(nodeId: string): ScreenLabels {
  const { store, commands } = openTour();
  commands.goTo(nodeId);
  return labelsOf(store.getState());
}

function told(visit: string, touched: number, labels: ScreenLabels): ToldLabels {
  return { grotto: 1, kind: 'labels', visit, touched, labels };
}

describe('the messages of second screens', () => {
  it('are read as a visit sends them, with a label open and without', () => {
    const { store, commands } = openTour();
    for (const panel of [null, { kind: 'hotspot', hotspotId: 'donors' } as const]) {
      if (panel) commands.openPanel(panel);
      const message = told('a', 5, labelsOf(store.getState()));
      expect(message.labels.open === null).toBe(panel === null);
      expect(readMessage(structuredClone(message))).toEqual(message);
    }
    expect(readMessage({ grotto: 1, kind: 'ask' })).toEqual({ grotto: 1, kind: 'ask' });
    expect(readMessage({ grotto: 1, kind: 'end', visit: 'a' })).toEqual({ grotto: 1, kind: 'end', visit: 'a' });
  });

  it('count for nothing where any part is not as a visit writes it', () => {
    const good = told('a', 5, labelsAt('hall'));
    const open = { title: { text: 't', language: 'en' }, paragraphs: [], facts: [] };
    expect(readMessage({ ...good, labels: { ...good.labels, open } })).not.toBeNull();
    const bad: unknown[] = [
      undefined,
      null,
      7,
      'ask',
      [],
      { kind: 'ask' },
      { grotto: 2, kind: 'ask' },
      { grotto: 1, kind: 'close' },
      { grotto: 1, kind: 'end' },
      { ...good, visit: '' },
      { ...good, visit: 'a'.repeat(101) },
      { ...good, touched: NaN },
      { ...good, touched: '5' },
      { ...good, labels: undefined },
      { ...good, labels: { ...good.labels, language: 7 } },
      { ...good, labels: { ...good.labels, place: 'hall' } },
      { ...good, labels: { ...good.labels, summary: { text: 'a'.repeat(20_001), language: 'en' } } },
      { ...good, labels: { ...good.labels, open: undefined } },
      { ...good, labels: { ...good.labels, open: { ...open, title: null } } },
      { ...good, labels: { ...good.labels, open: { ...open, paragraphs: { length: 0 } } } },
      { ...good, labels: { ...good.labels, open: { ...open, facts: [{ label: open.title }] } } },
      { ...good, labels: { ...good.labels, captions: [null] } },
      { ...good, labels: { ...good.labels, captions: Array.from({ length: 1_001 }, () => open.title) } },
    ];
    expect(bad.filter((message) => readMessage(message) !== null)).toEqual([]);
  });
});

describe('a second screen of several visits', () => {
  const hall = labelsAt('hall');
  const niche = labelsAt('niche');
  const follow = (...messages: Parameters<typeof followVisits>[1][]): FollowedVisits =>
    messages.reduce(followVisits, new Map());

  it('shows the visit that was touched last, however often the other one tells', () => {
    expect(labelsToShow(follow(told('a', 1, hall), told('b', 2, niche), told('a', 1, hall)))).toBe(niche);
    expect(labelsToShow(follow(told('a', 1, hall), told('b', 2, niche), told('a', 3, hall)))).toBe(hall);
  });

  it('shows the other one when that ends, and waits when all have', () => {
    const end = (visit: string) => ({ grotto: 1, kind: 'end', visit }) as const;
    const both = follow(told('a', 1, hall), told('b', 2, niche));
    expect(labelsToShow(followVisits(both, end('b')))).toBe(hall);
    expect(labelsToShow(followVisits(both, end('a')))).toBe(niche);
    expect(labelsToShow([end('a'), end('b')].reduce(followVisits, both))).toBeNull();
    expect(labelsToShow(follow({ grotto: 1, kind: 'ask' }))).toBeNull();
  });

  it('forgets those that nobody has touched for longest once there are too many', () => {
    const many = follow(...Array.from({ length: 100 }, (_, index) => told(`visit ${index}`, index, hall)));
    expect(many.size).toBe(32);
    expect(many.has('visit 99')).toBe(true);
    expect(many.has('visit 0')).toBe(false);
  });
});
