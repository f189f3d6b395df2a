import { describe, expect, it } from 'vitest';
import type { Vec3 } from '#shared/vec.ts';
import type { Exhibition, ExhibitionNode, NodeSound } from '#document/schema.ts';
import { closeLoop } from '#sound/closeLoop.ts';
import { beginConcert, LEAST_REST, stepConcert } from '#sound/concert.ts';
import { fadeAt } from '#sound/fade.ts';
import { decibelsOfGain, gainOfStep } from '#sound/loudness.ts';
import { matchVoices } from '#sound/matchVoices.ts';
import { gainAt, listSources, type Source, turnToHead } from '#sound/mix.ts';
import { ringSource } from '#sound/ringSource.ts';
import { createTour } from '#tour/store.ts';
import { directionOf } from '#shared/vec.ts';
import { makeExhibition } from '../fixtures/exhibitions.ts';

/** Two linked places and one behind them, four metres apart along −Z, each with sounds. */
function placeSounds(sounds: Readonly<Record<string, NodeSound[]>>, radius?: number): Exhibition {
  const exhibition = makeExhibition();
  const audio = (id: string, isLoop: boolean) => ({
    kind: 'audio' as const,
    id,
    label: { en: id },
    sources: [{ uri: `${id}.opus`, type: 'audio/ogg' }],
    seconds: 10,
    isLoop,
  });
  exhibition.assets.push(audio('wind', true), audio('drip', true), audio('gate', false));
  const node = (id: string, asset: string, z: number, to: string[]): ExhibitionNode => ({
    id,
    label: { en: id },
    asset,
    position: [0, 0, z],
    links: to.map((other) => ({ to: other })),
    sounds: sounds[id] ?? [],
  });
  exhibition.nodes = [
    node('terrace', 'pano-45', 0, ['cave']),
    node('cave', 'pano-46', -(radius ?? 4), ['terrace', 'inner']),
    node('inner', 'inner', -8, ['cave']),
  ];
  return exhibition;
}

const inDecibels = ({ gain }: Source) => Math.round(10 * decibelsOfGain(gain)) / 10;

describe('a sound that is asked for', () => {
  it('comes from all around, once for each time, and turns nothing on', () => {
    const exhibition = placeSounds({});
    const { store, commands } = createTour({
      exhibition,
      faults: [],
      brokenNodes: new Map(),
      language: 'en',
      isTitleOpen: false,
    });
    commands.sound.play('gate');
    commands.sound.play('nothing');
    commands.sound.play('gate');
    const state = store.getState();
    const { ring, isOn } = state.sound;
    expect(isOn).toBeNull();
    expect(ring).toEqual({ serial: 2, hotspotId: null, audioId: 'gate' });
    if (!ring) return;
    expect(ringSource(state, ring, null)).toMatchObject({ audioId: 'gate', gain: 1, spread: 1, isInHand: false });
  });
});

describe('what is heard where', () => {
  it('is as loud as its file near by, and six decibels softer with every doubling of the distance', () => {
    expect([0, 1, 2, 4, 8].map((metres) => Math.round(decibelsOfGain(gainAt(metres, 2))))).toEqual([0, 0, 0, -6, -12]);
    const exhibition = placeSounds({ terrace: [{ kind: 'point', audio: 'drip', position: [0, 0, -4], level: -3 }] });
    const [drip] = listSources(exhibition, 'terrace', null);
    expect(drip && inDecibels(drip)).toBe(-15);
    expect(drip).toMatchObject({ distance: 4, spread: 0, isMuffled: false, isContinuous: true });
    drip?.direction.forEach((value, axis) => expect(value).toBeCloseTo([0, 0, -1][axis] ?? 0));
  });

  it('is all around within an area, gathers at its edge and fades beyond it', () => {
    const at = (z: number) => {
      const area: NodeSound = { kind: 'area', audio: 'drip', position: [0, 1, z], radius: 3 };
      const [drip] = listSources(placeSounds({ terrace: [area] }), 'terrace', null);
      return drip && [inDecibels(drip), Math.round(drip.spread * 10) / 10];
    };
    expect([-1, -3, -4.5, -6, -12].map(at)).toEqual([[0, 1], [0, 1], [-3.5, 0.5], [-6, 0], [-12, 0]]);
  }); // prettier-ignore

  it('comes muffled and twelve decibels softer from a linked place, and not at all from one behind it', () => {
    const point: NodeSound = { kind: 'point', audio: 'drip', position: [0, 0, -8], fullWithin: 8 };
    const exhibition = placeSounds({ inner: [point, { kind: 'ambience', audio: 'wind' }] });
    const [own] = listSources(exhibition, 'inner', null);
    const heard = listSources(exhibition, 'cave', null);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ audioId: 'drip', isMuffled: true, key: own?.key });
    expect(heard[0] && inDecibels(heard[0])).toBe(-12);
    expect(listSources(exhibition, 'terrace', null)).toEqual([]);
  });

  it('is heard clearly where the place itself has the same sound at the same spot', () => {
    const point: NodeSound = { kind: 'point', audio: 'drip', position: [0, 0, -2], fullWithin: 8 };
    const heard = listSources(placeSounds({ terrace: [point], cave: [point] }), 'terrace', null);
    expect(heard.map(({ isMuffled, gain }) => [isMuffled, gain])).toEqual([[false, 1]]);
  });

  it('goes on for ever where it is a loop, now and then where it is none, or as the document says', () => {
    const sounds: NodeSound[] = [
      { kind: 'ambience', audio: 'wind' },
      { kind: 'ambience', audio: 'gate' },
      { kind: 'point', audio: 'drip', target: { yaw: 90, pitch: 0 }, plays: 'now-and-then' },
    ];
    const heard = listSources(placeSounds({ terrace: sounds }), 'terrace', null);
    expect(heard.map(({ audioId, isContinuous }) => [audioId, isContinuous])).toEqual([
      ['wind', true],
      ['gate', false],
      ['drip', false],
    ]);
    expect(heard[2]?.direction[0]).toBeCloseTo(1);
  });

  it('stays where it is while the head turns', () => {
    const close = (vector: Vec3, expected: Vec3) =>
      vector.forEach((value, axis) => expect(value, JSON.stringify(vector)).toBeCloseTo(expected[axis] ?? 0));
    const east: Vec3 = [1, 0, 0];
    close(turnToHead(east, 0, 0), [1, 0, 0]);
    close(turnToHead(east, Math.PI / 2, 0), [0, 0, -1]);
    close(turnToHead(east, Math.PI, 0), [-1, 0, 0]);
    close(turnToHead(east, -Math.PI / 2, 0), [0, 0, 1]);
    close(turnToHead([0, 1, 0], 2, Math.PI / 2), [0, 0, -1]);
    for (const [yaw, pitch] of [[0.7, 0.3], [-2, -0.9]] as const) close(turnToHead(directionOf(yaw, pitch), yaw, pitch), [0, 0, -1]);
  }); // prettier-ignore
});

describe('a change of place', () => {
  const source = (key: string, audioId: string) => ({ key, audioId }) as Source;
  it('keeps what both places have, moves what they have elsewhere, and lets go of the rest', () => {
    const running = [source('wind', 'wind'), source('drip at 1', 'drip'), source('low at 3', 'low')];
    const { going, leaving, coming } = matchVoices(running, [
      source('drip at 2', 'drip'),
      source('wind', 'wind'),
      source('gate at 1', 'gate'),
    ]);
    expect(going.map(([voice, wanted]) => `${voice.key} → ${wanted.key}`)).toEqual([
      'wind → wind',
      'drip at 1 → drip at 2',
    ]);
    expect(leaving.map(({ key }) => key)).toEqual(['low at 3']);
    expect(coming.map(({ key }) => key)).toEqual(['gate at 1']);
  });

  it('prefers the same spot to the same sound', () => {
    const running = [source('drip at 1', 'drip'), source('drip at 2', 'drip')];
    const { going } = matchVoices(running, [source('drip at 2', 'drip'), source('drip at 3', 'drip')]);
    expect(going.map(([voice, wanted]) => `${voice.key} → ${wanted.key}`)).toEqual([
      'drip at 2 → drip at 2',
      'drip at 1 → drip at 3',
    ]);
  });

  it('fades with one power in all, from wherever a fade stands', () => {
    for (const now of [0, 0.3, 0.6, 1.1, 1.2, 5]) {
      const comes = fadeAt({ from: 0, to: 1, start: 0, seconds: 1.2 }, now);
      const goes = fadeAt({ from: 1, to: 0, start: 0, seconds: 1.2 }, now);
      expect(comes ** 2 + goes ** 2).toBeCloseTo(1);
    }
    expect(fadeAt({ from: 0.4, to: 1, start: 3, seconds: 1.2 }, 3)).toBeCloseTo(0.4);
    expect(fadeAt({ from: 0.4, to: 0, start: 3, seconds: 0 }, 3)).toBe(0);
  });
});

describe('loudness', () => {
  it('goes in steps of four decibels down to silence', () => {
    expect(gainOfStep(10)).toBe(1);
    expect(decibelsOfGain(gainOfStep(9))).toBeCloseTo(-4);
    expect(decibelsOfGain(gainOfStep(1))).toBeCloseTo(-36);
    expect(gainOfStep(0)).toBe(0);
    expect(gainOfStep(12)).toBe(1);
  });
});

describe('the concert of the place', () => {
  const PARTS = [
    { key: 'gate', seconds: 6 },
    { key: 'bell', seconds: 20 },
    { key: 'string', seconds: 22 },
  ];

  function listen(seed: number, parts = PARTS): { key: string; at: number }[] {
    let concert = beginConcert(seed);
    const heard: { key: string; at: number }[] = [];
    for (let now = 0; now < 1_200; now += 0.25) {
      const step = stepConcert(concert, now, parts);
      concert = step.concert;
      if (step.part) heard.push({ key: step.part.key, at: now });
    }
    return heard;
  }

  it('lets every sound end and then rests for six seconds at least, never twice the same in a row', () => {
    for (const seed of [1, 2, 77, 123_456_789]) {
      const heard = listen(seed);
      expect(heard.length).toBeGreaterThan(20);
      expect(new Set(heard.map(({ key }) => key)).size).toBe(3);
      expect(heard[0]?.at).toBeGreaterThanOrEqual(6);
      heard.slice(1).forEach(({ key, at }, index) => {
        const before = heard[index];
        const seconds = PARTS.find((part) => part.key === before?.key)?.seconds ?? 0;
        expect(at - (before?.at ?? 0)).toBeGreaterThanOrEqual(seconds + LEAST_REST);
        expect(key).not.toBe(before?.key);
      });
    }
  });

  it('is the same from the same seed, another from another, and nothing where there is nothing', () => {
    expect(listen(5)).toEqual(listen(5));
    expect(listen(5)).not.toEqual(listen(6));
    expect(listen(5, [])).toEqual([]);
    expect(new Set(listen(5, PARTS.slice(0, 1)).map(({ key }) => key))).toEqual(new Set(['gate']));
  });
});

describe('a loop whose ends a coder has moved apart', () => {
  it('is closed without a jump, and left as it is where there is none', () => {
    const wave = (length: number) =>
      Float32Array.from({ length }, (_, at) => Math.sin((2 * Math.PI * 10 * at) / length));
    const jumpOf = (samples: Float32Array) => Math.abs((samples[0] ?? 0) - (samples.at(-1) ?? 0));
    const whole = wave(4_800);
    const own = jumpOf(whole);
    const closed = whole.slice();
    closeLoop(closed, 48_000);
    closed.forEach((value, at) => expect(Math.abs(value - (whole[at] ?? 0))).toBeLessThan(1e-4));
    const torn = whole.map((value, at) => value + (at < 2_400 ? 0.1 : 0));
    expect(jumpOf(torn)).toBeGreaterThan(0.08);
    closeLoop(torn, 48_000);
    expect(jumpOf(torn)).toBeLessThan(own * 1.1);
  });
});
