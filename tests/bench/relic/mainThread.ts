/** The tasks of a page's main thread from a Chromium trace, with the processor time that each took. */

export interface Task {
  /** Milliseconds since the page's time origin. */
  readonly t: number;
  readonly ms: number;
  /** Of the processor: without the time in which the thread waited or another program had its core. */
  readonly cpuMs: number;
}

/** Set in the page by `performance.mark`: ties the trace's clock to the page's, and says which thread is the page's. */
export const MARK = 'relic-bench';
export const CATEGORIES = ['toplevel', 'blink.user_timing'];

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

/** @param markedAt The mark's own time, milliseconds since the page's time origin. */
export function readTasks(trace: Buffer, markedAt: number): Task[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  const mark = traceEvents.find(({ name }) => name === MARK);
  if (!mark) throw new Error(`the trace has no mark "${MARK}"; the page must set it`);
  const runs = traceEvents.filter(
    ({ name, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && pid === mark.pid && tid === mark.tid,
  );
  runs.sort((a, b) => a.ts - b.ts);
  const tasks: Task[] = [];
  let end = -Infinity;
  for (const { ts, dur = 0, tdur = dur } of runs) {
    // What runs within another task is part of it.
    if (ts < end) continue;
    end = ts + dur;
    tasks.push({ t: markedAt + (ts - mark.ts) / 1000, ms: dur / 1000, cpuMs: tdur / 1000 });
  }
  return tasks;
}
