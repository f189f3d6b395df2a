import { describe, expect, it } from 'vitest';
import { MARK, readTasks } from '../../bench/relic/mainThread.ts';

const RUN = 'ThreadControllerImpl::RunTask';
const PAGE = { pid: 7, tid: 1 };

function trace(...events: readonly object[]): Buffer {
  return Buffer.from(JSON.stringify({ traceEvents: events }));
}

describe('the tasks of a page in a trace', () => {
  const mark = { name: MARK, ...PAGE, ts: 5_000_000 };

  it('are told in the time of the page, with what the processor did apart from what the clock says', () => {
    const long = { name: RUN, ...PAGE, ts: 5_030_000, dur: 80_000, tdur: 12_000 };
    expect(readTasks(trace(mark, long), 100)).toEqual([{ t: 130, ms: 80, cpuMs: 12 }]);
  });

  it('count once, however many run within them, and in their order', () => {
    const outer = { name: RUN, ...PAGE, ts: 5_010_000, dur: 20_000, tdur: 20_000 };
    const inner = { name: RUN, ...PAGE, ts: 5_012_000, dur: 9_000, tdur: 9_000 };
    const earlier = { name: RUN, ...PAGE, ts: 5_001_000, dur: 1_000, tdur: 1_000 };
    expect(readTasks(trace(inner, outer, mark, earlier), 0).map(({ t }) => t)).toEqual([1, 10]);
  });

  it("are the page's alone: another thread's and another process's are left out", () => {
    const worker = { name: RUN, pid: 7, tid: 2, ts: 5_010_000, dur: 90_000 };
    const gpu = { name: RUN, pid: 8, tid: 1, ts: 5_010_000, dur: 90_000 };
    expect(readTasks(trace(mark, worker, gpu), 0)).toEqual([]);
  });

  it('cannot be told in a trace that the page did not mark', () => {
    expect(() => readTasks(trace(), 0)).toThrow(/no mark "relic-bench"/);
  });
});
