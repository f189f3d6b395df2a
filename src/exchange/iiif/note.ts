/** One annotation of a canvas or a scene, opened. */
import type { LanguageMap } from '#document/schema.ts';
import type { Foreign } from '../reading/foreign.ts';
import { addSaid, type Body, bodiesOf, createSaid, type Said } from './bodies.ts';
import { type Region, readTarget } from './region.ts';
import { idOf, motivationsOf, typeOf, wordsOf } from './resource.ts';

export interface Note {
  readonly annotation: Foreign;
  readonly motivations: readonly string[];
  readonly id: string;
  readonly label: LanguageMap;
  readonly said: Said;
  readonly bodies: readonly Body[];
  readonly region: Region | null;
}

/** Opens an annotation of either spelling; textual bodies are read, the others handed on. */
export function readNote(annotation: Foreign): Note {
  const id = idOf(annotation);
  typeOf(annotation);
  annotation.ignore('@context', 'canonical', 'via', 'within');
  const motivations = motivationsOf(annotation);
  const label = wordsOf(annotation, 'label');
  const said = createSaid();
  const bodies = bodiesOf(annotation).filter((body) => !addSaid(body, said));
  const region = readTarget(annotation, annotation.has('target') ? 'target' : 'on');
  return { annotation, motivations, id, label, said, bodies, region };
}
