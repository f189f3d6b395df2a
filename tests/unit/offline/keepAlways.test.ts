import { describe, expect, it } from 'vitest';
import { keepAlways } from '#app/offline/keepAlways.ts';
import type { Desk } from '#offline/createDesk.ts';
import type { DeskState } from '#offline/deskState.ts';

function makeDesk() {
  const calls: string[] = [];
  const desk = {
    view: { state: { kind: 'looking' } as DeskState, trouble: null },
    fetch: () => Promise.resolve(void calls.push('fetch')),
    showNewer: () => Promise.resolve(void calls.push('show')),
  };
  return { desk: desk as unknown as Desk, calls, come: (state: DeskState) => (desk.view = { state, trouble: null }) };
}

describe('a kiosk', () => {
  it('fetches at once and again and again, and shows what is new only while nobody is there', () => {
    const { desk, calls, come } = makeDesk();
    const timers: { act: () => void; ms: number }[] = [];
    let isIdle = false;
    keepAlways(desk, { isIdle: () => isIdle, setInterval: (act, ms) => void timers.push({ act, ms }) });
    const [rarely, often] = timers.sort((a, b) => b.ms - a.ms);
    expect(calls).toEqual(['fetch']);
    rarely?.act();
    expect(calls).toEqual(['fetch', 'fetch']);
    isIdle = true;
    often?.act();
    come({ kind: 'ready', bytes: 1 });
    isIdle = false;
    often?.act();
    expect(calls).toEqual(['fetch', 'fetch']);
    isIdle = true;
    often?.act();
    expect(calls).toEqual(['fetch', 'fetch', 'show']);
  });
});
