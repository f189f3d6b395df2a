/** Who tells, and how one who cannot go on hands over, with time and a player that do what the test says. */
import { describe, expect, it } from 'vitest';
import type { AudioAsset } from '#document/schema.ts';
import { createNarrator } from '#sound/narrator/createNarrator.ts';
import type { Player } from '#sound/narrator/tellRecorded.ts';
import type { Telling } from '#tour/guide/ports.ts';
import { createTour } from '#tour/store.ts';
import { exhibition } from './tour/exhibition.ts';

const VOICE: AudioAsset = {
  kind: 'audio',
  id: 'voice',
  label: { en: 'Voice' },
  sources: [
    { uri: 'voice.m4a', type: 'audio/mp4' },
    { uri: 'voice.opus', type: 'audio/ogg' },
  ],
  seconds: 30,
};
const TELLING: Telling = { text: 'Look up.', language: 'en', voice: VOICE, silentSeconds: 10 };

class FakePlayer implements Player {
  src = '';
  playbackRate = 1;
  preservesPitch = false;
  currentTime = 0;
  duration = NaN;
  isPlaying = false;
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #failure: Error | null;

  constructor(failure: Error | null = null) {
    this.#failure = failure;
  }
  async play(): Promise<void> {
    if (this.#failure) throw this.#failure;
    this.isPlaying = true;
  }
  pause(): void {
    this.isPlaying = false;
  }
  removeAttribute(): void {
    this.src = '';
  }
  load(): void {}
  addEventListener(type: string, listener: () => void): void {
    this.#listeners.set(type, (this.#listeners.get(type) ?? new Set()).add(listener));
  }
  removeEventListener(type: string, listener: () => void): void {
    this.#listeners.get(type)?.delete(listener);
  }
  tell(type: 'ended' | 'error'): void {
    for (const listener of [...(this.#listeners.get(type) ?? [])]) listener();
  }
}

function open({ player = new FakePlayer(), isSilent = false }: { player?: FakePlayer; isSilent?: boolean } = {}) {
  const tour = createTour({
    exhibition,
    faults: [],
    brokenNodes: new Map(),
    language: 'en',
    isTitleOpen: false,
  });
  let now = 0;
  const ticking = new Set<() => void>();
  const counts = { disconnected: 0 };
  let tellHidden = (_isHidden: boolean): void => undefined;
  const narrator = createNarrator({
    tour,
    resolve: (uri) => `/sounds/${uri}`,
    canPlayType: (type) => (type === 'audio/ogg' ? 'probably' : ''),
    openPlayer: () => (isSilent ? null : { player, disconnect: () => counts.disconnected++ }),
    voices: () => [],
    speechOf: () => {
      throw new Error('this device has no voice');
    },
    watchHidden(listener) {
      tellHidden = listener;
      listener(false);
      return () => undefined;
    },
    now: () => now,
    every(act) {
      ticking.add(act);
      return () => ticking.delete(act);
    },
  });
  const log: string[] = [];
  const events = {
    onProgress: (seconds: number, total: number) => void log.push(`${seconds.toFixed(1)}/${total}`),
    onEnd: () => void log.push('end'),
  };
  const pass = (seconds: number): void => {
    for (let step = 0; step < Math.round(seconds / 0.2); step++) {
      now += 0.2;
      if (player.isPlaying) player.currentTime += 0.2 * player.playbackRate;
      for (const act of [...ticking]) act();
    }
  };
  return {
    tour,
    player,
    log,
    pass,
    counts,
    hide: (isHidden: boolean) => tellHidden(isHidden),
    begin: (telling = TELLING, rate = 1) => narrator.tell(telling, { rate }, events),
    teller: () => tour.store.getState().sound.teller,
    ticks: () => ticking.size,
  };
}

describe('what was recorded', () => {
  it('turns sound on, plays what this browser can, at its rate, to its end, and leaves nothing behind', () => {
    const { tour, player, log, pass, counts, begin, teller, ticks } = open();
    begin(TELLING, 1.5);
    expect(tour.store.getState().sound.isOn).toBe(true);
    expect(teller()).toBe('recorded');
    expect(player).toMatchObject({ src: '/sounds/voice.opus', playbackRate: 1.5, preservesPitch: true });
    pass(2);
    expect(log.at(-1)).toBe('3.0/30');
    player.duration = 4;
    player.tell('ended');
    expect(log.slice(-2)).toEqual(['4.0/4', 'end']);
    expect([counts.disconnected, ticks(), player.src, teller()]).toEqual([1, 0, '', null]);
  });

  it('waits while it is halted or the page is hidden, and goes on only when neither is so', () => {
    const { player, begin, hide } = open();
    const told = begin();
    told.pause();
    hide(true);
    expect(player.isPlaying).toBe(false);
    hide(false);
    expect(player.isPlaying).toBe(false);
    hide(true);
    told.resume();
    expect(player.isPlaying).toBe(false);
    hide(false);
    expect(player.isPlaying).toBe(true);
  });
});

describe('handing over', () => {
  it('goes on in silence and at the same pace from where the recording broke off, and ends once', () => {
    const { player, log, pass, begin, teller, counts, ticks } = open();
    begin();
    pass(4);
    player.tell('error');
    expect(teller()).toBe('silent');
    expect(counts.disconnected).toBe(1);
    expect(log.at(-1)).toBe('4.0/30');
    pass(25);
    expect(log).not.toContain('end');
    pass(2);
    expect(log.filter((line) => line === 'end')).toHaveLength(1);
    expect([ticks(), teller()]).toEqual([0, null]);
  });

  it('tells in silence where the recording never begins, and where the browser does not let it', async () => {
    const refused = open({ player: new FakePlayer(new Error('refused')) });
    refused.begin();
    await Promise.resolve();
    await Promise.resolve();
    expect(refused.teller()).toBe('silent');
    expect(refused.log.at(-1)).toBe('0.0/30');

    const stuck = open();
    stuck.begin();
    stuck.player.isPlaying = false;
    stuck.pass(8.4);
    expect(stuck.teller()).toBe('silent');
  });

  it('tells in silence once sound is turned off, and from the start where it was off before', () => {
    const { tour, player, log, pass, begin, teller } = open();
    begin();
    pass(3);
    tour.commands.sound.set({ isOn: false });
    expect([teller(), player.isPlaying]).toEqual(['silent', false]);
    expect(log.at(-1)).toBe('3.0/30');

    const before = open();
    before.tour.commands.sound.set({ isOn: false });
    before.begin();
    expect([before.teller(), before.player.src]).toEqual(['silent', '']);
  });

  it('has one tell at a time: the next one stops the last, which says no more', () => {
    const { log, pass, begin, counts, ticks, teller } = open();
    const first = begin();
    pass(1);
    begin({ ...TELLING, voice: null, silentSeconds: 5 });
    expect([counts.disconnected, ticks(), teller()]).toEqual([1, 1, 'silent']);
    first.resume();
    first.stop();
    expect(teller()).toBe('silent');
    pass(6);
    expect(log.filter((line) => line === 'end')).toHaveLength(1);
  });

  it('takes as long as the recording would where there is nowhere to play it', () => {
    const { log, begin } = open({ isSilent: true });
    begin();
    expect(log.at(-1)).toBe('0.0/30');
  });
});
