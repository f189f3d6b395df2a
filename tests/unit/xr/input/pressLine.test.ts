import { describe, expect, it } from 'vitest';
import { PressLine } from '#xr/input/pressLine.ts';

/** `d` and `u` are events, `?` is a frame; what the frames saw. */
function play(script: string): string {
  const line = new PressLine();
  let seen = '';
  for (const step of script) {
    if (step === '?') seen += line.read() ? 'D' : 'u';
    else line.note(step === 'd');
  }
  return seen;
}

describe('a press between events and frames', () => {
  it.each([
    ['nothing happens', '??', 'uu'],
    ['goes down and stays', 'd???', 'DDD'],
    ['goes down and up in frames of their own', 'd??u??', 'DDuu'],
    ['goes down and up between two frames', '?du???', 'uDuu'],
    ['goes up and down again between two frames', 'd?ud???', 'DuDD'],
    ['is told twice', 'dd?d?u?u?', 'DDuu'],
    ['goes down twice between two frames', 'dudu?????', 'Duuuu'],
    ['flutters: the last word holds and nothing lags for long', 'dududud????', 'DuDD'],
    ['is let go of that was never held', 'u??', 'uu'],
  ])('%s', (_what, script, seen) => expect(play(script)).toBe(seen));

  it('waits as long as a frame has yet to see something', () => {
    const line = new PressLine();
    line.note(true);
    line.note(false);
    expect([line.isWaiting, line.read(), line.isWaiting, line.read(), line.isWaiting]).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('forgets what is held', () => {
    const line = new PressLine();
    line.note(true);
    line.read();
    line.clear();
    expect(line.read()).toBe(false);
    line.note(false);
    expect(line.read()).toBe(false);
  });
});
