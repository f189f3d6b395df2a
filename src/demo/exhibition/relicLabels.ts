/** The relics as labels of the places they belong to, and as model assets with what their files weigh. */
import type { ImageAsset, ModelAsset } from '#document/schema.ts';
import type { CatalogueEntry } from '#demo/relics/catalogue.ts';
import { nameOf } from '#demo/relics/model/gltf.ts';
import type { RestorationState } from '#demo/relics/relic.ts';
import { measurePicture } from './pictures.ts';
import type { LabelText, PlaceText, Spot } from './place.ts';
import { RELIC_TEXTS, type RelicText } from './relics.ts';
import { SCROLL_TEXT } from './scroll.ts';
import { both, type Fact, fact, MADE, SIZE } from './words.ts';

/** What the exhibition needs of a catalogue's entry. */
export type RelicFile = Pick<
  CatalogueEntry,
  'id' | 'state' | 'file' | 'size' | 'low' | 'high' | 'triangles' | 'bytes' | 'textures'
>;

interface Station {
  readonly place: PlaceText['id'];
  readonly spot: Spot;
}

/** Where each relic is spoken of; one in several states has its states side by side. */
const STATIONS: Readonly<Record<string, Station>> = {
  'bronze-bell': { place: 'terrace', spot: { point: [3.25, 1.1, 3.05] } },
  'jade-disc': { place: 'hall', spot: { yaw: -40, pitch: -24 } },
  scroll: { place: 'terrace', spot: { yaw: 165, pitch: -6 } },
  'ritual-tripod': { place: 'terrace', spot: { point: [-1.75, 1.25, 2.1] } },
  'clay-bodhisattva': { place: 'hall', spot: { yaw: -24, pitch: 1 } },
  'mural-fragment': { place: 'hall', spot: { yaw: 150, pitch: -10 } },
  'gilt-casket': { place: 'pillar', spot: { yaw: 8, pitch: -24 } },
  'manuscript-scroll': { place: 'pillar', spot: { yaw: 100, pitch: -14 } },
  'celadon-vase': { place: 'chamber', spot: { yaw: 66, pitch: -16 } },
  'glazed-horse': { place: 'chamber', spot: { yaw: 104, pitch: -8 } },
};
const DEGREES_BETWEEN_STATES = 13;

const STATE_WORDS = {
  'as-found': both('出土残片', 'as found'),
  reassembled: both('修补', 'reassembled'),
  completed: both('推想完整', 'conjecturally complete'),
} as const satisfies Record<RestorationState, unknown>;

export interface Relics {
  readonly assets: readonly (ImageAsset | ModelAsset)[];
  readonly labels: (place: PlaceText['id']) => readonly LabelText[];
}

/** Everything that has a model and a picture in the folder. */
export async function describeRelics(folder: string, files: readonly RelicFile[]): Promise<Relics> {
  const assets: (ImageAsset | ModelAsset)[] = [];
  const labels: { place: PlaceText['id']; label: LabelText }[] = [];
  for (const text of RELIC_TEXTS) {
    const states = files.filter(({ id }) => id === text.id);
    for (const [index, file] of states.entries()) {
      const model = await describeModel(folder, text, file);
      const station = STATIONS[text.id];
      if (!model || !station) continue;
      assets.push(model);
      const spot = besideEachOther(station.spot, index - (states.length - 1) / 2);
      labels.push({ place: station.place, label: describeLabel(text, model, spot, [sizeFact(file.size), SYNTHETIC]) });
    }
  }
  const scroll = await measurePicture(folder, 'scroll/preview.webp');
  if (scroll) {
    assets.push({ kind: 'image', id: 'scroll-picture', label: SCROLL_TEXT.label, ...scroll, alt: SCROLL_TEXT.alt });
    const { place, spot } = STATIONS['scroll']!;
    const { label, body, sources } = SCROLL_TEXT;
    const facts = [SCROLL_SIZE, SYNTHETIC];
    labels.push({ place, label: { id: 'relic-scroll', label, spot, image: 'scroll-picture', body, facts, sources } });
  }
  return {
    assets,
    labels: (place) =>
      labels
        .filter((entry) => entry.place === place)
        .map(({ label }): LabelText => ({ ...label, pictures: ['as-found'] })),
  };
}

async function describeModel(folder: string, text: RelicText, file: RelicFile): Promise<ModelAsset | null> {
  const name = nameOf(file);
  const poster = await measurePicture(folder, `pictures/relics/${name}.webp`);
  if (!poster) return null;
  const words = file.state && STATE_WORDS[file.state];
  return {
    kind: 'model',
    id: name,
    label: words
      ? both(`${text.label['zh-Hans']} · ${words['zh-Hans']}`, `${text.label['en']}, ${words['en']}`)
      : text.label,
    alt: text.alt,
    lods: [
      {
        quality: 'high',
        uri: `models/${file.file}`,
        bytes: file.bytes,
        triangles: file.triangles,
        textureSize: Math.max(0, ...file.textures.map(({ side }) => side)),
      },
    ],
    boundingBox: { min: [...file.low], max: [...file.high] },
    poster,
    ...(file.state === 'completed' && { requiredStatement: CONJECTURE }),
    digitalSourceType: 'algorithmicMedia',
  };
}

function describeLabel(text: RelicText, model: ModelAsset, spot: Spot, facts: readonly Fact[]): LabelText {
  const { body, sources } = text;
  return { id: `relic-${model.id}`, label: model.label, spot, model: model.id, body, facts, sources };
}

function besideEachOther(spot: Spot, steps: number): Spot {
  return 'point' in spot ? spot : { ...spot, yaw: spot.yaw + steps * DEGREES_BETWEEN_STATES };
}

const CONJECTURE = {
  label: both('推想', 'Conjecture'),
  value: both('缺失部分为推想补全。', 'What was missing has been added by conjecture.'),
};
const SYNTHETIC = fact(MADE, both('程序造型，不是任何真实文物', 'Modelled by program; no real object'));
const SCROLL_SIZE = fact(SIZE, both('高 51 厘米，长 11.9 米', '51 cm high, 11.9 m long'));

function sizeFact([width, height]: readonly [number, number, number]): Fact {
  const cm = (metres: number) => String(Math.round(metres * 1000) / 10);
  return fact(SIZE, both(`高 ${cm(height)} 厘米，宽 ${cm(width)} 厘米`, `${cm(height)} cm high, ${cm(width)} cm wide`));
}
