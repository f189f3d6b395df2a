/** The sounds of the demonstration: what they are called, how they are told to those who do not hear them, where they are. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AudioAsset, Exhibition, ExhibitionNode, LanguageMap, NodeSound } from '#document/schema.ts';
import type { Vec3 } from '#demo/cave/cave.ts';
import { type Place, SITE, toSite } from '#demo/site/site.ts';
import { STATIONS } from './relicStations.ts';
import { both } from './words.ts';

/** What `sounds/sounds.json` says of a sound. */
interface SoundFile {
  readonly id: string;
  readonly seconds: number;
  readonly loop: boolean;
}

interface SoundText {
  readonly label: LanguageMap;
  readonly description: LanguageMap;
}

const TEXTS: Readonly<Record<string, SoundText>> = {
  'cliff-wind': {
    label: both('崖风', 'Wind at the cliff'),
    description: both('风掠过崖面，时强时弱', 'Wind along the cliff, rising and falling'),
  },
  'cave-drip': {
    label: both('窟中滴水', 'Water in the cave'),
    description: both('远处的滴水声，带着回响', 'Drops of water far off, with an echo'),
  },
  'bronze-bell': {
    label: both('铜钟', 'Bronze bell'),
    description: both('一声钟鸣，余音久久起伏', 'One stroke of a bell, its hum slowly swelling and fading'),
  },
  'wooden-gate': {
    label: both('木门', 'Wooden gate'),
    description: both('木门吱呀转动，轻轻合上', 'A wooden gate creaks and falls shut'),
  },
  'plucked-phrase': {
    label: both('拨弦', 'Plucked string'),
    description: both('弹拨弦鸣，不成曲调的几个乐句', 'A plucked string, a few phrases that make no tune'),
  },
  'low-chant': {
    label: both('低吟', 'Low voices'),
    description: both('低沉绵长的人声般的嗡鸣，没有词', 'A long low hum like voices, without words'),
  },
};

type Spots = Readonly<Record<keyof typeof SITE, readonly NodeSound[]>>;

/** Sounds that a place has whichever picture of it one sees. */
const SPOTS: Spots = {
  terrace: [
    { kind: 'ambience', audio: audioId('cliff-wind') },
    { ...at(SITE.terrace, [0, 1.1, 0.2], 'wooden-gate'), fullWithin: 4 },
    { ...at(SITE.terrace, bellSpot(), 'bronze-bell'), fullWithin: 2, level: -6 },
  ],
  hall: [
    { kind: 'area', audio: audioId('cave-drip'), position: onSite(SITE.hall, [0, 1.5, 0]), radius: 2.8, level: -3 },
  ],
  pillar: [
    { kind: 'area', audio: audioId('cave-drip'), position: onSite(SITE.pillar, [0, 1.5, 0]), radius: 4, level: -6 },
    { ...at(SITE.pillar, [3.2, 2.6, 1.5], 'plucked-phrase'), plays: 'now-and-then', fullWithin: 4 },
  ],
  chamber: [{ ...at(SITE.chamber, [0.5, 1.5, -1.4], 'low-chant'), fullWithin: 3 }],
};

/** In the frame of the gallery itself: from the far end of the hall. */
const IN_GALLERY: NodeSound = {
  kind: 'point',
  audio: audioId('plucked-phrase'),
  position: [0, 1.6, -5],
  plays: 'now-and-then',
  fullWithin: 3,
};

/** The document with the sounds whose files are there. */
export async function withSounds(exhibition: Exhibition, folder: string, rights: string): Promise<Exhibition> {
  const audios = await describeAudios(folder, rights);
  if (audios.length === 0) return exhibition;
  const isThere = ({ audio }: NodeSound): boolean => audios.some(({ id }) => id === audio);
  const hasBell = audios.some(({ id }) => id === audioId('bronze-bell'));
  const assets = exhibition.assets.map((asset) =>
    asset.kind === 'model' && asset.id === 'bronze-bell' && hasBell
      ? { ...asset, rings: audioId('bronze-bell') }
      : asset,
  );
  const nodes = exhibition.nodes.map((node): ExhibitionNode => {
    const sounds = soundsOf(node).filter(isThere);
    return sounds.length > 0 ? { ...node, sounds } : node;
  });
  return { ...exhibition, assets: [...assets, ...audios], nodes };
}

function soundsOf({ asset }: ExhibitionNode): readonly NodeSound[] {
  return Object.hasOwn(SPOTS, asset) ? SPOTS[asset as keyof Spots] : asset === 'gallery' ? [IN_GALLERY] : [];
}

async function describeAudios(folder: string, rights: string): Promise<AudioAsset[]> {
  const text = await readFile(path.join(folder, 'sounds/sounds.json'), 'utf8').catch(() => '[]');
  return (JSON.parse(text) as SoundFile[]).flatMap(({ id, seconds, loop }): AudioAsset[] => {
    const words = TEXTS[id];
    const sources = [
      { uri: `sounds/${id}.opus`, type: 'audio/ogg; codecs=opus' },
      { uri: `sounds/${id}.flac`, type: 'audio/flac' },
    ].filter(({ uri }) => existsSync(path.join(folder, uri)));
    if (!words || sources.length === 0) return [];
    const isLoop = loop && { isLoop: true };
    return [
      {
        kind: 'audio',
        id: audioId(id),
        ...words,
        sources,
        seconds,
        ...isLoop,
        rights,
        digitalSourceType: 'algorithmicMedia',
      },
    ];
  });
}

function bellSpot(): Vec3 {
  const spot = STATIONS['bronze-bell']?.spot;
  if (!spot || !('point' in spot)) throw new Error('the bell has no point on the terrace');
  return spot.point;
}

function at(place: Place, point: Vec3, audio: string): Extract<NodeSound, { kind: 'point' }> {
  return { kind: 'point', audio: audioId(audio), position: onSite(place, point) };
}

function onSite(place: Place, point: Vec3): [number, number, number] {
  const [x, y, z] = toSite(place, point);
  const round = (metres: number): number => Math.round(metres * 100) / 100 + 0;
  return [round(x), round(y), round(z)];
}

/** A relic may have the name of its sound; no two assets may share one. */
function audioId(file: string): string {
  return `sound-${file}`;
}
