/** The only writers of `TourState.tape`. All but `openTape` do nothing while it is put away. */
import type { CommandContext } from '../commands/context.ts';
import type { TapeKind, WallTape } from './state.ts';
import type { WallPoint } from './wall.ts';

/** Points after which a measurement is complete by itself. */
const COMPLETE = { length: 2, angle: 3, area: Infinity } as const;
const LEAST_AREA = 3;
const MOST_POINTS = 100;
const MOST_DONE = 200;

export function openTape({ store }: CommandContext): void {
  if (store.getState().tape) return;
  store.setState({ tape: { kind: 'length', points: [], done: [], isReady: false, isMissed: false } });
}

export function closeTape({ store }: CommandContext): void {
  if (store.getState().tape) store.setState({ tape: null });
}

export function chooseTape(context: CommandContext, kind: TapeKind): void {
  change(context, (tape) => ({ ...tape, kind, points: [] }));
}

export function noteTape(context: CommandContext, isReady: boolean | null): void {
  change(context, (tape) => (tape.isReady === isReady ? tape : { ...tape, isReady }));
}

/** Null where a press met nothing. */
export function addWallPoint(context: CommandContext, point: WallPoint | null): void {
  change(context, (tape) => {
    if (!point || tape.points.length >= MOST_POINTS) return { ...tape, isMissed: true };
    const points = [...tape.points, point];
    return points.length < COMPLETE[tape.kind]
      ? { ...tape, points, isMissed: false }
      : finished({ ...tape, points, isMissed: false });
  });
}

/** Closes an area; one of fewer than three corners goes on. */
export function finishArea(context: CommandContext): void {
  change(context, (tape) => (tape.kind === 'area' && tape.points.length >= LEAST_AREA ? finished(tape) : tape));
}

/** Takes the latest point away, or the latest measurement where none is being taken. */
export function undoTape(context: CommandContext): void {
  change(context, (tape) =>
    tape.points.length > 0
      ? { ...tape, points: tape.points.slice(0, -1), isMissed: false }
      : { ...tape, done: tape.done.slice(0, -1) },
  );
}

/** Deletes one measurement by its index, or all. */
export function clearTape(context: CommandContext, index?: number): void {
  change(context, (tape) => ({
    ...tape,
    points: index === undefined ? [] : tape.points,
    done: index === undefined ? [] : tape.done.filter((_, i) => i !== index),
  }));
}

function finished(tape: WallTape): WallTape {
  const { kind, points, done } = tape;
  return { ...tape, points: [], done: [...done, { kind, points }].slice(-MOST_DONE) };
}

function change({ store }: CommandContext, next: (tape: WallTape) => WallTape): void {
  const { tape } = store.getState();
  if (!tape) return;
  const changed = next(tape);
  if (changed !== tape) store.setState({ tape: changed });
}
