import { describe, expect, it } from 'vitest';
import { addTallies, tallyExit, tallyVitest } from '../tally.ts';

const report = (counts: object, files: object[] = []): string =>
  JSON.stringify({
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: files,
    ...counts,
  });

describe('the count at the end of npm test', () => {
  it('takes the numbers of a report', () => {
    const tally = tallyVitest(report({ numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 }), 1);
    expect(tally).toEqual({ passed: 7, failed: 2, skipped: 2 });
  });

  it('counts a test file that does not load as a failure', () => {
    const files = [
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{}] },
    ];
    expect(tallyVitest(report({ numPassedTests: 1 }, files), 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it('never calls a run good that exited badly', () => {
    expect(tallyVitest(report({ numPassedTests: 3 }), 1).failed).toBe(1);
    expect(tallyVitest(null, 0).failed).toBe(1);
    expect(tallyExit(2).failed).toBe(1);
  });

  it('adds up', () => {
    expect(addTallies([tallyExit(0), tallyExit(1), { passed: 5, failed: 0, skipped: 3 }])).toEqual({
      passed: 6,
      failed: 1,
      skipped: 3,
    });
  });
});
