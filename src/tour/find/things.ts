/**
 * What one can look for in an exhibition: places, labels on the walls, relics, their details, guided tours. What hangs in
 * several pictures of one place, or stands in several places, is one thing with several spots.
 */
import type { Exhibition, ExhibitionNode, Hotspot, LanguageMap } from '#document/schema.ts';

export type ThingKind = 'place' | 'wall' | 'relic' | 'detail' | 'tour';

export interface Spot {
  readonly nodeId: string;
  readonly hotspotId?: string;
  readonly annotationId?: string;
}

export interface Fact {
  readonly label: LanguageMap;
  readonly value: LanguageMap;
}

export interface Thing {
  /** Names it within the exhibition: `hall`, `hall/figure`, `hall/horse#saddle`, `tour:first`. */
  readonly key: string;
  readonly kind: ThingKind;
  readonly label: LanguageMap;
  readonly bodies: readonly LanguageMap[];
  readonly facts: readonly Fact[];
  readonly subjects: readonly LanguageMap[];
  /** Where it is met, in the order of the document; at least one. */
  readonly spots: readonly [Spot, ...Spot[]];
}

const TOUR_KEY = 'tour:';

type Growing = Thing & { readonly spots: Spot[] };

/** The key of a place, or of something at it. */
export function spotKey({ nodeId, hotspotId, annotationId }: Spot): string {
  if (hotspotId === undefined) return nodeId;
  return annotationId === undefined ? `${nodeId}/${hotspotId}` : `${nodeId}/${hotspotId}#${annotationId}`;
}

/** All things of an exhibition. Yields after each node, so that a long document can be gathered bit by bit. */
export function* gatherThings(exhibition: Exhibition): Generator<undefined, Thing[]> {
  const things: Thing[] = [];
  const known = new Map<string, Growing>();
  const assets = new Map(exhibition.assets.map((asset) => [asset.id, asset]));

  const add = (thing: Growing, sameAs: string): void => {
    const before = known.get(sameAs);
    if (before && isSameText(before, thing)) before.spots.push(...thing.spots);
    else {
      if (!before) known.set(sameAs, thing);
      things.push(thing);
    }
  };

  for (const node of exhibition.nodes) {
    things.push(placeOf(node));
    for (const hotspot of node.hotspots ?? []) {
      const asset = hotspot.kind === 'text' ? undefined : assets.get(assetOf(hotspot));
      const alt = asset?.kind === 'image' || asset?.kind === 'model' ? asset.alt : undefined;
      add(thingOf(node, hotspot, alt), sameThing(node, hotspot));
      for (const note of asset?.kind === 'model' ? (asset.annotations ?? []) : []) {
        const spot = { nodeId: node.id, hotspotId: hotspot.id, annotationId: note.id };
        const detail = {
          kind: 'detail',
          label: note.label,
          bodies: listOf(note.body),
          facts: [],
          subjects: [],
        } as const;
        add({ ...detail, key: spotKey(spot), spots: [spot] }, `${sameThing(node, hotspot)}#${note.id}`);
      }
    }
    yield;
  }
  for (const { id, label, summary, steps } of exhibition.tours ?? []) {
    const bodies = [...listOf(summary), ...steps.map(({ narration }) => narration)];
    const [first] = steps;
    if (first)
      things.push({
        key: `${TOUR_KEY}${id}`,
        kind: 'tour',
        label,
        bodies,
        facts: [],
        subjects: [],
        spots: [{ nodeId: first.at }],
      });
    yield;
  }
  return things;
}

/** At once, for an exhibition of modest length. */
export function listThings(exhibition: Exhibition): Thing[] {
  const gathering = gatherThings(exhibition);
  for (;;) {
    const step = gathering.next();
    if (step.done) return step.value;
  }
}

/** The spot of a thing that is nearest to where one is: in the same place, else the first. */
export function nearestSpot({ spots }: Thing, nodeId: string): Spot {
  return spots.find((spot) => spot.nodeId === nodeId) ?? spots[0];
}

/** The id of the guided tour that a thing is; null for all else. */
export function tourIdOf({ kind, key }: Thing): string | null {
  return kind === 'tour' ? key.slice(TOUR_KEY.length) : null;
}

function placeOf(node: ExhibitionNode): Thing {
  const { id, label, summary, subjects = [] } = node;
  return { key: id, kind: 'place', label, bodies: listOf(summary), facts: [], subjects, spots: [{ nodeId: id }] };
}

function thingOf(node: ExhibitionNode, hotspot: Hotspot, alt: LanguageMap | undefined): Growing {
  const { id, kind, label, body, facts = [], subjects = [] } = hotspot;
  const spot = { nodeId: node.id, hotspotId: id };
  const written = hotspot.kind === 'text' ? [hotspot.transcription, hotspot.translation] : [];
  const bodies = [body, alt, ...written].flatMap(listOf);
  return {
    key: spotKey(spot),
    kind: kind === 'relic' ? 'relic' : 'wall',
    label,
    bodies,
    facts,
    subjects,
    spots: [spot],
  };
}

function assetOf(hotspot: Hotspot): string {
  if (hotspot.kind === 'text') return '';
  return hotspot.kind === 'relic' ? hotspot.model : hotspot.image;
}

/** A relic is the same wherever it stands; a label is the same in every picture of its place. */
function sameThing(node: ExhibitionNode, hotspot: Hotspot): string {
  return hotspot.kind === 'relic' ? `relic ${hotspot.model}` : `${hotspot.kind} ${node.asset} ${hotspot.id}`;
}

function isSameText(a: Thing, b: Thing): boolean {
  if (a === b) return true;
  return (
    isSameMap(a.label, b.label) &&
    a.bodies.length === b.bodies.length &&
    a.bodies.every((body, i) => isSameMap(body, b.bodies[i]))
  );
}

function isSameMap(a: LanguageMap, b: LanguageMap | undefined): boolean {
  if (a === b || !b) return a === b;
  const tags = Object.keys(a);
  return tags.length === Object.keys(b).length && tags.every((tag) => a[tag] === b[tag]);
}

function listOf(map: LanguageMap | undefined): LanguageMap[] {
  return map ? [map] : [];
}
