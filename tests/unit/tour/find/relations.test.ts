import { describe, expect, it } from 'vitest';
import type { LanguageMap } from '#document/schema.ts';
import { Relations } from '#tour/find/relations.ts';
import { type Fact, listThings, type Thing } from '#tour/find/things.ts';
import { LOTUS, makeFindable } from './exhibition.ts';

function relationsOf(things: readonly Thing[]): Relations {
  const relations = new Relations();
  for (const thing of things) relations.add(thing);
  return relations;
}

function thing(id: string, facts: readonly Fact[], subjects: readonly LanguageMap[] = []): Thing {
  const spot = { nodeId: 'hall', hotspotId: id };
  return { key: `hall/${id}`, kind: 'wall', label: { en: id }, bodies: [], facts, subjects, spots: [spot] };
}
const made = (value: string): Fact => ({ label: { en: 'Made of' }, value: { en: value } });
const related = (things: readonly Thing[], id: string) =>
  relationsOf(things)
    .relatedTo({ nodeId: 'hall', hotspotId: id })
    .map(({ to, because }) => `${to.spots[0].hotspotId}: ${because.value['en']}`);

describe('what is related', () => {
  it('shares a fact or a subject, whatever language says so and however it is written', () => {
    const relations = relationsOf(listThings(makeFindable()));
    const toBell = relations.relatedTo({ nodeId: 'cave-46', hotspotId: 'bronze-bell' });
    expect(toBell.map(({ to }) => to.key).sort()).toEqual(['cave-45/caisson', 'cave-45/tripod']);
    expect(toBell.find(({ to }) => to.key === 'cave-45/caisson')?.because).toEqual({ label: null, value: LOTUS });
  });

  it('is the same from every spot of a thing', () => {
    const relations = relationsOf(listThings(makeFindable()));
    const [one, other] = ['cave-45', 'cave-45-lamps'].map((nodeId) =>
      relations.relatedTo({ nodeId, hotspotId: 'caisson' }).map(({ to }) => to.key),
    );
    expect(one).toEqual(['cave-46/bronze-bell']);
    expect(other).toEqual(one);
  });

  it('is closer the fewer share it, and says the rarest', () => {
    const things = [
      thing('a', [made('clay'), made('gold')]),
      thing('b', [made('clay')]),
      thing('c', [made('clay'), made('gold')]),
      thing('d', [made('gold')]),
      thing('e', [made('clay')]),
    ];
    expect(related(things, 'a')).toEqual(['c: gold', 'd: gold', 'b: clay', 'e: clay']);
  });

  it('counts each of several values', () => {
    expect(related([thing('a', [made('clay; gold')]), thing('b', [made('gold')])], 'a')).toEqual(['b: gold']);
  });

  it.each([
    ['what most things share', Array.from({ length: 5 }, (_, at) => thing(`t${at}`, [made('clay')]))],
    ['a whole sentence', ['t0', 't1'].map((id) => thing(id, [made('a sentence that is far too long to be a value')]))],
    [
      'the same value of another fact',
      [thing('t0', [made('red')]), thing('t1', [{ label: { en: 'Name' }, value: { en: 'red' } }])],
    ],
    ['an empty value', [thing('t0', [made(' ')]), thing('t1', [made(' ')])]],
  ])('is not %s', (_, things) => {
    expect(related(things, 't0')).toEqual([]);
  });

  it('is six things at most, and none for what is not there', () => {
    const some = Array.from({ length: 40 }, (_, at) => thing(`t${at}`, [made(at < 9 ? 'clay' : `${at}`)]));
    expect(related(some, 't0')).toHaveLength(6);
    expect(related(some, 'nobody')).toEqual([]);
  });
});
