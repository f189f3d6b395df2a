import type { LanguageMap } from '#document/schema.ts';
import { fold } from './fold.ts';
import { type Fact, type Spot, spotKey, type Thing } from './things.ts';

export interface Related {
  readonly to: Thing;
  /** What both share, and what says so; a subject has no name of its own. */
  readonly because: { readonly label: LanguageMap | null; readonly value: LanguageMap };
}

const MOST_RELATED = 6;
/** A longer value is a sentence or a citation, and no two things share it by being alike. */
const MAX_VALUE = 40;
/** What more things share than these, or than this part of all, tells none of them from the others. */
const COMMON = { least: 4, share: 0.25 };
const SEPARATOR = /[;；、]/u;

interface Trait {
  readonly label: LanguageMap | null;
  readonly value: LanguageMap;
  readonly things: number[];
}

/**
 * Which things share a fact or a subject. Two facts are the same where name and value are, in any one language; a value
 * such as “clay; gold” counts as two. What few share relates them more than what many do.
 */
export class Relations {
  readonly #things: Thing[] = [];
  readonly #bySpot = new Map<string, number>();
  readonly #traits: Trait[] = [];
  readonly #traitsOf: number[][] = [];
  readonly #known = new Map<string, number>();

  add(thing: Thing): void {
    if (thing.kind === 'detail' || thing.kind === 'tour') return;
    const at = this.#things.push(thing) - 1;
    for (const spot of thing.spots) this.#bySpot.set(spotKey(spot), at);
    this.#traitsOf.push(this.#note(thing, at));
  }

  /** What is related to the place or thing at a spot, closest first. */
  relatedTo(spot: Spot): Related[] {
    const own = this.#bySpot.get(spotKey(spot));
    if (own === undefined) return [];
    const most = Math.max(COMMON.least, this.#things.length * COMMON.share);
    const scores = new Map<number, { score: number; trait: Trait; rarity: number }>();
    for (const id of this.#traitsOf[own] ?? []) {
      const trait = this.#traits[id];
      if (!trait || trait.things.length > most) continue;
      const rarity = Math.log(1 + this.#things.length / trait.things.length);
      for (const other of trait.things) {
        if (other === own) continue;
        const before = scores.get(other);
        const isRarer = !before || rarity > before.rarity;
        const because = isRarer ? { trait, rarity } : { trait: before.trait, rarity: before.rarity };
        scores.set(other, { score: (before?.score ?? 0) + rarity, ...because });
      }
    }
    return [...scores]
      .sort(([a, one], [b, two]) => two.score - one.score || a - b)
      .slice(0, MOST_RELATED)
      .flatMap(([at, { trait }]) => {
        const to = this.#things[at];
        return to ? [{ to, because: { label: trait.label, value: trait.value } }] : [];
      });
  }

  #note(thing: Thing, at: number): number[] {
    const traits = new Set<number>();
    const note = (label: LanguageMap | null, value: LanguageMap): void => {
      const id = this.#find(label, value);
      if (id === null || traits.has(id)) return;
      traits.add(id);
      this.#traits[id]?.things.push(at);
    };
    for (const fact of thing.facts) for (const { label, value } of splitFact(fact)) note(label, value);
    for (const subject of thing.subjects) note(null, subject);
    return [...traits];
  }

  /** Null for what is no trait. */
  #find(label: LanguageMap | null, value: LanguageMap): number | null {
    const keys = Object.entries(value).flatMap(([tag, text]) => {
      const word = fold(text.trim());
      if (word === '' || text.length > MAX_VALUE) return [];
      return [`${tag}|${label ? fold((label[tag] ?? '').trim()) : ''}|${word}`];
    });
    if (keys.length === 0) return null;
    const known = keys.map((key) => this.#known.get(key)).find((id) => id !== undefined);
    const id = known ?? this.#traits.push({ label, value, things: [] }) - 1;
    for (const key of keys) if (!this.#known.has(key)) this.#known.set(key, id);
    return id;
  }
}

/** “Clay; gold” as two facts, where all languages name equally many. */
function splitFact({ label, value }: Fact): Fact[] {
  const parts = Object.entries(value).map(([tag, text]) => [tag, text.split(SEPARATOR)] as const);
  const count = parts[0]?.[1].length ?? 0;
  if (count < 2 || parts.some(([, texts]) => texts.length !== count)) return [{ label, value }];
  return Array.from({ length: count }, (_, at) => ({
    label,
    value: Object.fromEntries(parts.map(([tag, texts]) => [tag, (texts[at] ?? '').trim()])),
  }));
}
