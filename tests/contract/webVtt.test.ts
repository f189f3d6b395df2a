import { readdirSync, readFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { MOST_CAPTION_BYTES } from '#sources/captions/gateVtt.ts';
import { readVtt } from '#sources/captions/readVtt.ts';
import { hasRealData, REAL_DATA, titleOf } from '../fixtures/realData.ts';

const CORPUS = path.join(REAL_DATA, 'captions/vttjs');
const CRAFTED = path.join(REAL_DATA, 'crafted/vtt');

/** Where the corpus expects something else than is read here, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'cue-times/min-top-digits.vtt': 'hours without minutes; the specification knows no such time',
  'cue-times/minimum-spots-over-sixty.vtt': 'hours without minutes; the specification knows no such time',
  'cuetext/timestamp/basic.vtt': 'the corpus has no text at all; the specification has the text without its times',
  'cuetext/timestamp/nested.vtt': 'the corpus has no text at all; the specification has the text without its times',
  'cuetext/timestamp/out-of-cue-range.vtt': 'the corpus has no text at all; the specification has the text',
  'cuetext/timestamp/space-before-gt.vtt': 'the corpus has no text at all; the specification has the text',
  'cuetext/ruby/rt-no-end-tag.vtt': 'what stands above letters to say how they are read is left out',
  'cuetext/ruby/ruby-rt-no-end-tag.vtt': 'what stands above letters to say how they are read is left out',
  'cuetext/ruby/with-subclass.vtt': 'what stands above letters to say how they are read is left out',
  'cuetext/ruby/with-two-subclasses.vtt': 'what stands above letters to say how they are read is left out',
};

interface Expected {
  /** Seconds from and to, of each cue. */
  readonly times: readonly (readonly [number, number])[] | null;
  readonly texts: readonly string[] | null;
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.vtt'))
    .sort();
const readJson = (file: string): unknown => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);
const flat = (text: string): string => text.replace(/\s+/gu, '');

function expectedOf(name: string): Expected {
  const base = path.join(CORPUS, name.slice(0, -'.vtt'.length));
  const parsed = readJson(`${base}.json`) as { cues: { startTime: number; endTime: number }[] } | undefined;
  const drawn = readJson(`${base}-proc.json`) as { textContent: string }[] | null | undefined;
  return {
    times: parsed ? parsed.cues.map(({ startTime, endTime }) => [startTime, endTime] as const) : null,
    texts:
      drawn === undefined ? null : (drawn ?? []).map(({ textContent }) => flat(textContent)).filter((text) => text),
  };
}

async function read(name: string): Promise<Expected> {
  const cues = await readVtt(readFileSync(path.join(CORPUS, name), 'utf8')).catch(() => []);
  return { times: cues.map(({ start, end }) => [start, end]), texts: cues.map(({ text }) => flat(text)) };
}

describe.skipIf(!hasRealData)(titleOf('the corpus of vtt.js'), () => {
  it('is read as its expected results say, but for the exceptions above', async () => {
    const disagreeing: string[] = [];
    let judged = 0;
    for (const name of filesOf(CORPUS)) {
      const { times, texts } = expectedOf(name);
      const found = await read(name);
      if (!times && !texts) continue;
      judged++;
      // A cue without a word is nothing to read, so it is not there.
      const isSaid = texts === null || texts.length === (times ?? texts).length;
      const agrees =
        (!times || !isSaid || JSON.stringify(times) === JSON.stringify(found.times)) &&
        (!texts || JSON.stringify(texts) === JSON.stringify(found.texts));
      if (!agrees) disagreeing.push(`${name}: ${JSON.stringify(found)} for ${JSON.stringify({ times, texts })}`);
    }
    expect(disagreeing.filter((line) => !((line.split(':')[0] ?? '') in EXCEPTIONS))).toEqual([]);
    expect(disagreeing).toHaveLength(Object.keys(EXCEPTIONS).length);
    expect(judged).toBe(104);
  });
});

describe.skipIf(!hasRealData)(titleOf('hostile files'), () => {
  it.each(hasRealData ? filesOf(CRAFTED) : [])('stay text: %s', async (name) => {
    const text = readFileSync(path.join(CRAFTED, name), 'utf8');
    if (name === 'srt_not_vtt.vtt') return expect(readVtt(text)).rejects.toThrow('WEBVTT');
    const cues = await readVtt(text);
    expect(cues.filter(({ start, end }) => !(end > start))).toEqual([]);
    const said = cues.map((cue) => cue.text).join('\n');
    expect(said).not.toMatch(/<\/?(script|img|svg|a|p|noscript)\b|[\0\u202e]/iu);
    return undefined;
  });
});

const at = (text: string): string => `WEBVTT\n\n00:01.000 --> 00:02.000\n${text}\n`;

describe('a file of captions', () => {
  it('gives plain text and the name of who speaks', async () => {
    const cues = await readVtt(
      at('<v.loud Master &amp; pupil>Look <b>here</b>, <script>alert(1)</script>&lt;b&gt;</v>').replaceAll(
        '\n',
        '\r\n',
      ),
    );
    expect(cues).toEqual([{ start: 1, end: 2, text: 'Look here, alert(1)<b>', speaker: 'Master & pupil' }]);
  });

  it('names nobody where several speak', async () => {
    const [cue] = await readVtt(at('<v One>Yes?</v>\n<v Two>No.</v>'));
    expect(cue).toEqual({ start: 1, end: 2, text: 'Yes?\nNo.' });
  });

  it.each([
    ['too long', `WEBVTT\n\n${'x'.repeat(MOST_CAPTION_BYTES)}`, 'characters long'],
    ['of too many cues', `WEBVTT\n\n${'0:1.0-->0:2.0\n'.repeat(20_001)}`, '20001 cues'],
    ['of another kind', '1\n00:00:01,000 --> 00:00:02,000\nSRT\n', 'WEBVTT'],
    ['empty', '', 'WEBVTT'],
  ])('is refused where it is %s', async (_name, text, problem) => {
    await expect(readVtt(text)).rejects.toThrow(problem);
  });

  it('is cut where a cue is endless, and NUL is a sign like any other', async () => {
    const [cue] = await readVtt(at(`a\0${'<b>'.repeat(600)}${'x'.repeat(5_000)}`));
    expect(cue?.text).toMatch(/^a\ufffdx+$/u);
    expect(cue?.text.length).toBeLessThanOrEqual(2_000);
  });

  it('may have cues that never end, run backwards or have no time', async () => {
    const cues = await readVtt(
      'WEBVTT\n\n00:00.000 --> 99:59:59.999\non\n\n00:05.000 --> 00:01.000\nback\n\nNaN --> 00:01.000\nno\n',
    );
    expect(cues).toEqual([{ start: 0, end: 36_000, text: 'on' }]);
  });
});
