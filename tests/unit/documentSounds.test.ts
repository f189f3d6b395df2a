import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkExhibition } from '#document/check/checkExhibition.ts';
import type { ExhibitionFolder } from '#document/check/folder.ts';
import { readSoundFile } from '#document/check/soundFile.ts';
import { describeFault } from '#document/fault.ts';
import { openExhibition } from '#document/open.ts';
import type { AudioAsset, Exhibition, NodeSound } from '#document/schema.ts';
import { withoutConjecture } from '#document/truth/withoutConjecture.ts';
import { makeExhibition, makeExhibitionWithRelic } from '../fixtures/exhibitions.ts';

const SOUNDS = new URL('../../public/sounds/', import.meta.url);

const wind = (extra: Partial<AudioAsset> = {}): AudioAsset => ({
  kind: 'audio',
  id: 'cliff-wind',
  label: { en: 'Wind', 'zh-Hans': '风' },
  sources: [
    { uri: 'sounds/cliff-wind.opus', type: 'audio/ogg; codecs=opus' },
    { uri: 'sounds/cliff-wind.flac', type: 'audio/flac' },
  ],
  seconds: 20,
  isLoop: true,
  ...extra,
});

function withSounds(sounds: NodeSound[], change?: (document: Exhibition) => void): Exhibition {
  const document = makeExhibition();
  document.assets.push(wind());
  const [node] = document.nodes;
  if (node) node.sounds = sounds;
  change?.(document);
  return document;
}

function open(document: Exhibition) {
  const { exhibition, faults } = openExhibition(JSON.stringify(document));
  return { exhibition, sounds: exhibition?.nodes[0]?.sounds, lines: faults.map(describeFault) };
}

describe('sounds in the document', () => {
  it('are kept where they exist and come from somewhere', () => {
    const sounds: NodeSound[] = [
      { kind: 'ambience', audio: 'cliff-wind', level: -6 },
      { kind: 'point', audio: 'cliff-wind', target: { yaw: 90, pitch: 0 }, plays: 'now-and-then', fullWithin: 2 },
      { kind: 'area', audio: 'cliff-wind', position: [1, 0, 2], radius: 3 },
    ];
    const opened = open(withSounds(sounds, ({ nodes: [node] }) => node && (node.position = [0, 1.6, 0])));
    expect(opened.lines).toEqual([]);
    expect(opened.sounds).toEqual(sounds);
  });

  it('are left out where they name no sound, with the nearest name, and the visit goes on', () => {
    const opened = open(withSounds([
      { kind: 'ambience', audio: 'clif-wind' },
      { kind: 'ambience', audio: 'detail' },
      { kind: 'ambience', audio: 'cliff-wind' },
    ])); // prettier-ignore
    expect(opened.sounds).toEqual([{ kind: 'ambience', audio: 'cliff-wind' }]);
    expect(opened.lines).toEqual([
      'nodes.0.sounds.0.audio: no asset "clif-wind"; did you mean "cliff-wind"?',
      'nodes.0.sounds.1.audio: "detail" is no audio',
    ]);
  });

  it('are left out where nothing says from where they come', () => {
    const opened = open(withSounds([
      { kind: 'point', audio: 'cliff-wind' },
      { kind: 'point', audio: 'cliff-wind', position: [0, 0, 0] },
    ])); // prettier-ignore
    expect(opened.sounds).toEqual([]);
    expect(opened.lines).toEqual([
      'nodes.0.sounds.0.audio: "cliff-wind" comes from nowhere in this place; say where it is: "target" or "position"',
      'nodes.0.sounds.1.audio: "cliff-wind" comes from nowhere in this place; say where the node is ("position")',
    ]);
  });

  it('lose a format that lies elsewhere, and are lost with the last one', () => {
    const foreign = { uri: 'https://sounds.example/wind.opus', type: 'audio/ogg' };
    const half = open(
      withSounds([], ({ assets }) => void (assets[3] = wind({ sources: [foreign, ...wind().sources] }))),
    );
    expect(half.exhibition?.assets[3]).toEqual(wind());
    const none = open(withSounds([{ kind: 'ambience', audio: 'cliff-wind' }], ({ assets }) => {
      assets[3] = wind({ sources: [foreign] });
    })); // prettier-ignore
    expect(none.sounds).toEqual([]);
    expect(none.lines).toHaveLength(2);
  });

  it('let a relic ring, or not where there is no such sound', () => {
    const document = makeExhibitionWithRelic();
    document.assets.push(wind());
    const bowl = document.assets.find((asset) => asset.kind === 'model');
    if (bowl) bowl.rings = 'cliff-wnd';
    const opened = open(document);
    expect(opened.lines).toEqual(['assets.3.rings: no asset "cliff-wnd"; did you mean "cliff-wind"?']);
    expect(opened.exhibition?.assets.find((asset) => asset.kind === 'model')).not.toHaveProperty('rings');
  });

  it('that a trained model made are no record: without conjecture they and their rings are gone', () => {
    const document = makeExhibitionWithRelic();
    document.assets.push(wind({ digitalSourceType: 'trainedAlgorithmicMedia' }));
    const bowl = document.assets.find((asset) => asset.kind === 'model');
    if (bowl) bowl.rings = 'cliff-wind';
    const [node] = document.nodes;
    if (node) node.sounds = [{ kind: 'ambience', audio: 'cliff-wind' }];
    const left = withoutConjecture(document);
    expect(left?.nodes[0]?.sounds).toEqual([]);
    expect(left?.assets.map(({ kind }) => kind)).not.toContain('audio');
    expect(left?.assets.find((asset) => asset.kind === 'model')).not.toHaveProperty('rings');
  });
});

describe('checking sounds', () => {
  const bytesOf = (file: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(new URL(file, SOUNDS)));

  /** The real sounds of the demonstration, and a few files by hand. */
  function folderWith(files: Readonly<Record<string, Uint8Array>>): ExhibitionFolder {
    const find = (path: string): Uint8Array | undefined =>
      files[path] ?? (path.startsWith('sounds/') ? bytesOf(path.slice('sounds/'.length)) : undefined);
    return {
      hasFile: (path) => Promise.resolve(path in files || /^sounds\/cliff-wind\.(opus|flac)$/.test(path)),
      readPicture: () => Promise.resolve({ reason: 'is not looked at here' }),
      readHead: (path, count) => {
        const bytes = find(path) ?? new Uint8Array();
        return Promise.resolve({ bytes: bytes.length, head: bytes.subarray(0, count) });
      },
      readBytes: (path) => Promise.resolve(find(path) ?? null),
      readText: () => Promise.resolve(null),
    };
  }

  async function check(asset: AudioAsset, files: Readonly<Record<string, Uint8Array>> = {}): Promise<string[]> {
    const document = withSounds([{ kind: 'ambience', audio: 'cliff-wind' }]);
    document.assets[3] = asset;
    const { faults } = await checkExhibition(new TextEncoder().encode(JSON.stringify(document)), folderWith(files));
    return faults.filter(({ path }) => path.startsWith('assets.3')).map(describeFault);
  }

  it('reads from the headers how long the demonstration’s sounds are', () => {
    expect(readSoundFile(bytesOf('cliff-wind.opus'))).toEqual({ format: 'ogg', seconds: 20 });
    expect(readSoundFile(bytesOf('wooden-gate.opus'))).toEqual({ format: 'ogg', seconds: 6 });
    expect(readSoundFile(bytesOf('wooden-gate.flac'))).toEqual({ format: 'flac', seconds: 6 });
    expect(readSoundFile(bytesOf('bronze-bell.flac').subarray(0, 64))).toEqual({ format: 'flac', seconds: 20 });
  });

  it('finds nothing in sound ones', async () => {
    expect(await check(wind())).toEqual([]);
  });

  it('finds what is missing, what is something else, and what is longer or shorter', async () => {
    expect(await check(wind({ seconds: 19 }))).toEqual([
      'assets.3.seconds: "sounds/cliff-wind.opus" lasts 20 s, the document says 19; correct the number',
      'assets.3.seconds: "sounds/cliff-wind.flac" lasts 20 s, the document says 19; correct the number',
    ]);
    const [opus] = wind().sources;
    expect(await check(wind({ sources: [{ uri: opus?.uri ?? '', type: 'audio/flac' }] }))).toEqual([
      expect.stringContaining(
        'assets.3.sources.0.type: "sounds/cliff-wind.opus" is audio/ogg, the document says audio/flac',
      ),
    ]);
    expect(await check(wind({ sources: [{ uri: 'gone.opus', type: 'audio/ogg' }] }))).toEqual([
      'assets.3.sources.0.uri: there is no file "gone.opus"; mind upper and lower case',
    ]);
    const text = new TextEncoder().encode('<html>not found</html>');
    expect(await check(wind({ sources: [{ uri: 'page.opus', type: 'audio/ogg' }] }), { 'page.opus': text })).toEqual([
      expect.stringContaining('"page.opus" is no sound file'),
    ]);
  });

  it('wants captions to be WebVTT', async () => {
    const vtt = new TextEncoder().encode('WEBVTT\n');
    const captions = { en: 'wind.en.vtt', 'zh-Hans': 'wind.zh.vtt' };
    expect(await check(wind({ captions }), { 'wind.en.vtt': vtt, 'wind.zh.vtt': new Uint8Array([1]) })).toEqual([
      expect.stringContaining('assets.3.captions.zh-Hans: "wind.zh.vtt" is no WebVTT'),
    ]);
  });

  it('does not miss a language of recordings and captions, which are no texts', async () => {
    const document = withSounds([{ kind: 'ambience', audio: 'cliff-wind' }]);
    document.assets[3] = wind({ captions: { fr: 'wind.fr.vtt' } });
    const narration = { en: 'Listen.', 'zh-Hans': '请听。' };
    const [node] = document.nodes;
    const at = node?.id ?? '';
    document.tours = [{ id: 'wind', label: { en: 'Wind' }, steps: [{ at, narration, voice: { fr: 'cliff-wind' } }] }];
    const { faults } = await checkExhibition(new TextEncoder().encode(JSON.stringify(document)), null);
    expect(faults.map(describeFault)).toEqual(['tours.0.label: no text in "zh-Hans"']);
  });

  it('warns of a sound that nothing plays', async () => {
    const document = withSounds([]);
    const { faults } = await checkExhibition(new TextEncoder().encode(JSON.stringify(document)), null);
    expect(faults.map(describeFault)).toEqual([
      'assets.3: nothing plays "cliff-wind"; use it in a node, a model or a tour, or take it out',
    ]);
  });
});
