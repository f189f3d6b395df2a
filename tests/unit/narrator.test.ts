import { describe, expect, it } from 'vitest';
import { chooseVoice } from '#sound/narrator/chooseVoice.ts';
import { splitSentences } from '#sound/narrator/splitSentences.ts';
import { type Speech, tellAloud, type Utterance } from '#sound/narrator/tellAloud.ts';
import { tellRecorded } from '#sound/narrator/tellRecorded.ts';
import { tellSilently } from '#sound/narrator/tellSilently.ts';

const voice = (name: string, lang: string, localService = true, isDefault = false) => ({
  name,
  lang,
  localService,
  default: isDefault,
});

describe('the voice that is chosen', () => {
  const VOICES = [
    voice('cloud', 'en-US', false, true),
    voice('British', 'en-GB'),
    voice('American', 'en_US'),
    voice('Taiwan', 'zh-TW'),
    voice('Mainland', 'zh-CN'),
    voice('Paris', 'fr-FR'),
  ];

  it.each([
    ['en-US', 'American'],
    ['en', 'British'],
    ['zh-Hans', 'Mainland'],
    ['zh-Hant', 'Taiwan'],
    ['zh-HK', 'Taiwan'],
    ['fr-CA', 'Paris'],
    ['ja', undefined],
    ['', undefined],
  ])('reads %s as %s', (language, name) => {
    expect(chooseVoice(VOICES, language)?.name).toBe(name);
  });

  it('never is one of a stranger’s', () => {
    expect(chooseVoice([voice('cloud', 'ja-JP', false, true)], 'ja-JP')).toBeNull();
  });
});

describe('a text for a voice', () => {
  it('is cut at the ends of sentences, and is the same text in all', () => {
    const english = 'Look up. The four slopes are full of Buddhas! Are they? “Yes.” Three hares… and no more';
    expect(splitSentences(english)).toEqual([
      'Look up. ',
      'The four slopes are full of Buddhas! ',
      'Are they? ',
      '“Yes.” ',
      'Three hares… ',
      'and no more',
    ]);
    expect(splitSentences('抬头。屋顶坐满了小佛！是吗？是。')).toEqual([
      '抬头。',
      '屋顶坐满了小佛！',
      '是吗？',
      '是。',
    ]);
    expect(splitSentences('')).toEqual([]);
  });

  it('has no piece that a browser would fall silent in, whatever it is', () => {
    const clause = 'and behind it a wall, ';
    for (const text of [clause.repeat(30), 'word '.repeat(200), '佛'.repeat(900), '𠀀'.repeat(400), 'a'.repeat(500)]) {
      const pieces = splitSentences(text);
      expect(pieces.join('')).toBe(text);
      for (const piece of pieces) {
        expect(piece.length).toBeLessThanOrEqual(160);
        expect(encodeURIComponent(piece)).not.toBe('');
      }
    }
  });
});

/** Time that moves when a test says so, and a voice that does what a test says. */
function world() {
  let now = 0;
  const ticking = new Set<() => void>();
  const said: string[] = [];
  let current: (Utterance & { text: string }) | null = null;
  const speech: Speech = {
    utter: (text) => {
      const utterance = { text, rate: 1, volume: 1, onstart: null, onend: null, onerror: null, onboundary: null };
      return utterance;
    },
    speak: (utterance) => {
      current = utterance as Utterance & { text: string };
      said.push(current.text);
    },
    cancel: () => (current = null),
    resume: () => undefined,
  };
  const log: string[] = [];
  const events = {
    onProgress: (seconds: number, total: number) => void log.push(`${seconds.toFixed(1)}/${total}`),
    onEnd: () => void log.push('end'),
    onFail: (seconds: number) => void log.push(`fail at ${seconds.toFixed(1)}`),
  };
  const ports = {
    now: () => now,
    every: (act: () => void) => {
      ticking.add(act);
      return () => ticking.delete(act);
    },
    speech,
  };
  return {
    ports,
    events,
    log,
    said,
    voice: () => current,
    ticks: () => ticking.size,
    pass(seconds: number) {
      for (let step = 0; step < Math.round(seconds / 0.2); step++) {
        now += 0.2;
        for (const act of [...ticking]) act();
      }
    },
  };
}

describe('telling in silence', () => {
  it('takes its time at its rate, says often how far it is, waits when it is halted, and ends once', () => {
    const { ports, events, log, pass, ticks } = world();
    const told = tellSilently({ seconds: 2, rate: 1 }, events, ports);
    pass(1);
    expect(log).toHaveLength(6);
    told.pause();
    pass(5);
    expect(log).toHaveLength(6);
    told.resume();
    told.setRate(2);
    pass(0.6);
    expect(log.slice(-2)).toEqual(['2.0/2', 'end']);
    pass(3);
    expect(log.filter((line) => line === 'end')).toHaveLength(1);
    expect(ticks()).toBe(0);
  });
});

describe('telling in a voice of the device', () => {
  const text = 'One two three. Four five six.';

  it('reads sentence by sentence and tells by the voice’s own words how far it is', () => {
    const { ports, events, log, said, pass, voice: utterance, ticks } = world();
    tellAloud({ text, seconds: 29, rate: 1, volume: () => 0.5 }, events, ports);
    expect(utterance()).toMatchObject({ text: 'One two three. ', volume: 0.5 });
    utterance()?.onstart?.();
    pass(1);
    expect(log.at(-1)).toBe('1.0/29');
    utterance()?.onboundary?.({ charIndex: 8 });
    pass(0.2);
    expect(log.at(-1)).toBe('8.2/29');
    utterance()?.onend?.();
    utterance()?.onstart?.();
    pass(0.2);
    expect(log.at(-1)).toBe('15.2/29');
    utterance()?.onend?.();
    expect(said).toEqual(['One two three. ', 'Four five six.']);
    expect(log.slice(-2)).toEqual(['29.0/29', 'end']);
    expect(ticks()).toBe(0);
  });

  it('gives up on a voice that never begins, one that never ends and one that fails, and says where', () => {
    for (const trouble of ['silent', 'endless', 'broken']) {
      const { ports, events, log, pass, voice: utterance, ticks } = world();
      tellAloud({ text, seconds: 4, rate: 1, volume: () => 1 }, events, ports);
      if (trouble !== 'silent') utterance()?.onstart?.();
      if (trouble === 'broken') utterance()?.onerror?.();
      pass(12);
      expect(log.at(-1), trouble).toMatch(/^fail at/);
      expect(log).not.toContain('end');
      expect(ticks()).toBe(0);
      expect(utterance()).toBeNull();
    }
  });

  it('is quiet while it is halted, and then reads the sentence from its beginning', () => {
    const { ports, events, log, said, pass, voice: utterance } = world();
    const told = tellAloud({ text, seconds: 29, rate: 1, volume: () => 1 }, events, ports);
    utterance()?.onstart?.();
    utterance()?.onend?.();
    utterance()?.onstart?.();
    told.pause();
    expect(utterance()).toBeNull();
    const before = log.length;
    pass(20);
    expect(log).toHaveLength(before);
    told.resume();
    expect(said).toEqual(['One two three. ', 'Four five six.', 'Four five six.']);
  });

  it('reads the sentence again at another rate, and ends without a word when it is stopped', () => {
    const { ports, events, log, said, voice: utterance } = world();
    const told = tellAloud({ text, seconds: 29, rate: 1, volume: () => 1 }, events, ports);
    utterance()?.onstart?.();
    told.setRate(1.5);
    expect(utterance()).toMatchObject({ text: 'One two three. ', rate: 1.5 });
    expect(said).toHaveLength(2);
    told.stop();
    expect(utterance()).toBeNull();
    expect(log).not.toContain('end');
  });
});

describe('telling as it was recorded', () => {
  it('gives way where the recording stops on its way, and says how far it came', () => {
    const { ports, events, log, pass, ticks } = world();
    const player = {
      src: '', playbackRate: 1, preservesPitch: false, currentTime: 0, duration: 40,
      play: () => Promise.resolve(), pause: () => undefined, removeAttribute: () => undefined, load: () => undefined,
      addEventListener: () => undefined, removeEventListener: () => undefined,
    }; // prettier-ignore
    tellRecorded({ url: 'a.opus', seconds: 40, rate: 1, disconnect: () => undefined }, events, { ...ports, player });
    for (let second = 0; second < 12; second++) {
      player.currentTime += 1;
      pass(1);
    }
    expect(log.at(-1)).toBe('12.0/40');
    pass(9);
    expect(log.at(-1)).toBe('fail at 12.0');
    expect(ticks()).toBe(0);
  });
});
