/** Annotations that stand at the manifest itself: each belongs to the canvas or scene that it targets. */
import type { Account } from '../reading/foreign.ts';
import type { Note } from './note.ts';

export interface NotePool {
  /** Those about a canvas or scene, also by way of what is painted there. */
  take(id: string, painted?: ReadonlySet<string>): Note[];
  /** Tells of those that nobody took. */
  close(ledger: Account): void;
}

export function createNotePool(notes: readonly Note[], containerCount: number): NotePool {
  let left = [...notes];
  return {
    take(id, painted = new Set()) {
      const isMine = (note: Note): boolean => {
        const source = note.region?.source ?? '';
        if (source === id || painted.has(source)) return true;
        // Where there is one canvas only, what names another is a slip of the pen.
        return containerCount === 1;
      };
      const mine = left.filter(isMine);
      left = left.filter((note) => !mine.includes(note));
      return mine;
    },
    close(ledger) {
      for (const { annotation, region } of left)
        ledger.lose(annotation.path, 'it is about nothing that is in the manifest', region?.source);
    },
  };
}
