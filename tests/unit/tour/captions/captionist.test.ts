import { describe, expect, it } from 'vitest';
import type { AudioAsset } from '#document/schema.ts';
import type { Cue } from '#sources/captions/cue.ts';
import { createCaptionist } from '#tour/captions/createCaptionist.ts';
import type { Caption } from '#tour/captions/state.ts';
import type { Telling } from '#tour/guide/ports.ts';

const voice: AudioAsset = {
  kind: 'audio',
  id: 'voice',
  label: { en: 'Voice' },
  sources: [{ uri: 'voice.mp3', type: 'audio/mpeg' }],
  seconds: 6,
  captions: { en: 'voice.en.vtt' },
};
const telling: Telling = {
  text: 'The first sentence stands here. The second one follows it.',
  language: 'en',
  voice: null,
  silentSeconds: 6,
};

function set(loadCues: (uri: string) => Promise<readonly Cue[]> = () => Promise.reject(new Error('none'))) {
  const written: (Caption | null)[] = [];
  const captionist = createCaptionist({
    captions: { show: (caption) => written.push(caption), clear: () => written.push(null) },
    loadCues,
  });
  return { captionist, texts: () => written.map((caption) => caption?.text ?? null) };
}

describe('the captions of what is told', () => {
  it('are written where one begins or all end, and at no other time', () => {
    const { captionist, texts } = set();
    captionist.begin(telling);
    for (let quarter = 0; quarter <= 24; quarter++) captionist.at(quarter / 4, 6);
    captionist.end();
    expect(texts()).toEqual(['The first sentence stands here.', 'The second one follows it.', null]);
  });

  it('keep the pace of a voice that takes longer than was thought', () => {
    const { captionist, texts } = set();
    captionist.begin(telling);
    captionist.at(5, 12);
    expect(texts()).toHaveLength(1);
    captionist.at(7, 12);
    expect(texts()).toHaveLength(2);
  });

  it('are those of the recorded voice, with the names of who speaks, once they have come', async () => {
    const { captionist, texts } = set((uri) => Promise.resolve([{ start: 2, end: 3, text: uri, speaker: 'Painter' }]));
    captionist.begin({ ...telling, voice });
    await Promise.resolve();
    await Promise.resolve();
    captionist.at(1, 6);
    captionist.at(2, 6);
    captionist.at(3, 6);
    expect(texts()).toEqual(['The first sentence stands here.', null, 'Painter: voice.en.vtt', null]);
  });

  it.each([
    ['cannot be had', () => Promise.reject(new Error('404'))],
    ['are empty', () => Promise.resolve([])],
  ])('are those of the text where a file’s %s', async (_name, loadCues) => {
    const { captionist, texts } = set(loadCues);
    captionist.begin({ ...telling, voice });
    await Promise.resolve();
    await Promise.resolve();
    captionist.at(5, 6);
    expect(texts().at(-1)).toBe('The second one follows it.');
  });

  it('of a file that comes late do not disturb what is told next', async () => {
    let answer: (cues: Cue[]) => void = () => undefined;
    const { captionist, texts } = set(() => new Promise((resolve) => (answer = resolve)));
    captionist.begin({ ...telling, voice });
    captionist.begin(telling);
    answer([{ start: 0, end: 9, text: 'late' }]);
    await Promise.resolve();
    captionist.at(1, 6);
    expect(texts()).not.toContain('late');
  });

  it('are none before anything is told and after its end', () => {
    const { captionist, texts } = set();
    captionist.at(1, 6);
    captionist.begin(telling);
    captionist.end();
    captionist.at(2, 6);
    expect(texts().at(-1)).toBeNull();
  });
});
