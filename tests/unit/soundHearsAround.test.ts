/** The answer where a browser's shape of ears never comes; `e2e/sound.test.ts` asks a real browser. */
import { describe, expect, it } from 'vitest';
import { hearsAround } from '#sound/hearsAround.ts';

const param = { value: 0 };
const node = { connect: () => node, start: () => undefined, positionX: param, panningModel: 'equalpower' };

function offline(startRendering: () => Promise<unknown>): OfflineAudioContext {
  const context = { createPanner: () => node, createConstantSource: () => node, destination: {}, startRendering };
  return context as unknown as OfflineAudioContext;
}

const channel = (...samples: number[]) => ({ getChannelData: () => Float32Array.from(samples) });

async function ask(startRendering: () => Promise<unknown>, isTooLate = false): Promise<[boolean, number]> {
  let cancelled = 0;
  const answer = await hearsAround({
    createOffline: () => offline(startRendering),
    later(act) {
      if (isTooLate) act();
      return () => void cancelled++;
    },
    ms: 1,
  });
  return [answer, cancelled];
}

describe('the shape of ears', () => {
  it.each([
    ['is there where something is heard', () => Promise.resolve(channel(0, 0.1)), false, true],
    ['is not there where all stays silent', () => Promise.resolve(channel(0, 0)), false, false],
    ['is not there where rendering fails', () => Promise.reject(new Error('no')), false, false],
    ['is not there where rendering never ends', () => new Promise(() => undefined), true, false],
  ])('%s', async (_name, startRendering, isTooLate, expected) => {
    expect(await ask(startRendering, isTooLate)).toEqual([expected, 1]);
  });
});
