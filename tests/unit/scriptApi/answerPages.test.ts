import { describe, expect, it } from 'vitest';
import { answerPages } from '#app/scriptApi/answerPages.ts';
import type { GrottoApi } from '#app/scriptApi/api.ts';

const OWN = 'https://museum.example';

/** A window in a frame, as far as it is needed. */
function openFrame(origin = OWN, allowed: readonly string[] = []) {
  const posted: unknown[] = [];
  const source = { closed: false, postMessage: (message: unknown, to: string) => posted.push([to, message]) };
  let listener: ((event: MessageEvent) => void) | null = null;
  const window = {
    origin,
    parent: source,
    addEventListener: (_type: string, added: (event: MessageEvent) => void) => (listener = added),
    removeEventListener: () => (listener = null),
  };
  const api = { state: () => Promise.resolve({ nodeId: 'hall' }) } as unknown as GrottoApi;
  const stop = answerPages(window as unknown as Window, api, allowed);
  const send = async (from: string, sender: unknown = source) => {
    listener?.({ origin: from, source: sender, data: { grotto: 1, id: 1, call: 'state' } } as MessageEvent);
    await new Promise((resolve) => setTimeout(resolve));
    return posted.slice(1);
  };
  return { posted, send, stop };
}
const ANSWER = { grotto: 1, id: 1, result: { nodeId: 'hall' } };

describe('a visit in a frame', () => {
  it('tells the page, whichever it is, that it may begin, and nothing else', () => {
    expect(openFrame().posted).toEqual([['*', { grotto: 1, event: 'ready' }]]);
  });

  it('answers its own origin and those that are listed, each at its own address', async () => {
    expect(await openFrame().send(OWN)).toEqual([[OWN, ANSWER]]);
    expect(await openFrame(OWN, ['https://blog.example']).send('https://blog.example')).toEqual([
      ['https://blog.example', ANSWER],
    ]);
  });

  it('is mute to all others, also where both are nobody', async () => {
    expect(await openFrame().send('https://blog.example')).toEqual([]);
    expect(await openFrame('null').send('null')).toEqual([]);
    expect(await openFrame(OWN, ['*']).send('https://blog.example')).toEqual([]);
  });

  it('answers windows alone, and nobody once it is over', async () => {
    const frame = openFrame();
    expect(await frame.send(OWN, null)).toEqual([]);
    expect(await frame.send(OWN, { postMessage: () => undefined })).toEqual([]);
    frame.stop();
    expect(await frame.send(OWN)).toEqual([]);
  });
});
