import { expect, it } from 'vitest';
import { atMost } from '../atMost.ts';

/** Runs three items, each of which ends when told so, and writes down what begins and ends. */
function runThree(width: number) {
  const log: string[] = [];
  const ends = new Map<string, () => void>();
  const answers = atMost(width, ['a', 'b', 'c'], async (name) => {
    log.push(`${name} begins`);
    await new Promise<void>((resolve) => ends.set(name, resolve));
    log.push(`${name} ends`);
    return name.toUpperCase();
  });
  const end = async (name: string): Promise<void> => {
    ends.get(name)?.();
    // Whoever waits for it goes on in a few turns.
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };
  return { log, answers, end };
}

it('begins as many as may run at a time, the next when one ends, and answers in the order of the items', async () => {
  const { log, answers, end } = runThree(2);
  await end('b');
  await end('c');
  await end('a');
  expect(await answers).toEqual(['A', 'B', 'C']);
  expect(log).toEqual(['a begins', 'b begins', 'b ends', 'c begins', 'c ends', 'a ends']);
});

it('runs them one after the other where only one may run', async () => {
  const { log, answers, end } = runThree(1);
  for (const name of ['a', 'b', 'c']) await end(name);
  await answers;
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});

it('fails as soon as one of them does', async () => {
  await expect(atMost(2, [1, 2], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
});
