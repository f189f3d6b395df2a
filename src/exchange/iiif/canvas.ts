/** What is known of a canvas before it becomes a place, and what it is read into. */
import type { LanguageMap } from '#document/schema.ts';
import type { Draft } from '../making/draft.ts';
import type { Foreign } from '../reading/foreign.ts';
import type { NotePool } from './notePool.ts';
import type { PendingLink } from './readNotes.ts';
import type { Fact } from './resource.ts';
import type { CanvasSize } from './sphere.ts';
import type { Statement } from './statement.ts';

export interface CanvasContext {
  readonly draft: Draft;
  readonly links: PendingLink[];
  readonly pool: NotePool;
  /** Which way flat pictures are read; undefined where neither way is theirs. */
  readonly direction?: 'rtl' | 'ltr' | undefined;
}

export interface Canvas {
  readonly resource: Foreign;
  readonly id: string;
  readonly label: LanguageMap;
  readonly summary: LanguageMap;
  readonly size: CanvasSize | null;
  readonly statement: Statement;
  readonly facts: readonly Fact[];
}
