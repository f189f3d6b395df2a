/** The relics as labels of the places they belong to. */
import type { ImageAsset, ModelAsset } from '#document/schema.ts';
import { readGround } from './ground.ts';
import { measurePicture } from './pictures.ts';
import type { LabelText, PlaceText } from './place.ts';
import { describeRelic, type RelicFile } from './relicAssets.ts';
import { placeRelic, STATIONS } from './relicStations.ts';
import { RELIC_TEXTS } from './relics.ts';
import { SCROLL_TEXT } from './scroll.ts';
import { both, type Fact, fact, MADE, SIZE } from './words.ts';

export interface Relics {
  readonly assets: readonly (ImageAsset | ModelAsset)[];
  readonly labels: (place: PlaceText['id']) => readonly LabelText[];
}

/** Everything that has a model and a picture in the folder. */
export async function describeRelics(folder: string, files: readonly RelicFile[]): Promise<Relics> {
  const assets: (ImageAsset | ModelAsset)[] = [];
  const labels: { place: PlaceText['id']; label: LabelText }[] = [];
  const ground = await readGround(folder, ['hall', 'pillar', 'chamber']);
  for (const text of RELIC_TEXTS) {
    const model = await describeRelic(
      folder,
      text,
      files.filter(({ id }) => id === text.id),
    );
    const station = STATIONS[text.id];
    const file = files.find(({ id }) => id === text.id);
    if (!model || !station || !file) continue;
    assets.push(model);
    const { label, body, sources } = text;
    const placed = placeRelic(station, file.size[1], ground);
    const facts = [sizeFact(file.size), SYNTHETIC];
    labels.push({
      place: station.place,
      label: { id: `relic-${text.id}`, label, ...placed, model: model.id, body, facts, sources },
    });
  }
  const scroll = await measurePicture(folder, 'scroll/preview.webp');
  const station = STATIONS['scroll'];
  if (scroll && station) {
    assets.push({ kind: 'image', id: 'scroll-picture', label: SCROLL_TEXT.label, ...scroll, alt: SCROLL_TEXT.alt });
    const { label, body, sources } = SCROLL_TEXT;
    const { spot } = placeRelic(station, 0, ground);
    const facts = [SCROLL_SIZE, SYNTHETIC];
    labels.push({
      place: station.place,
      label: { id: 'relic-scroll', label, spot, image: 'scroll-picture', body, facts, sources },
    });
  }
  return {
    assets,
    labels: (place) =>
      labels
        .filter((entry) => entry.place === place)
        .map(({ label }): LabelText => ({ ...label, pictures: ['as-found'] })),
  };
}

const SYNTHETIC = fact(MADE, both('程序造型，不是任何真实文物', 'Modelled by program; no real object'));
const SCROLL_SIZE = fact(SIZE, both('高 51 厘米，长 11.9 米', '51 cm high, 11.9 m long'));

function sizeFact([width, height]: readonly [number, number, number]): Fact {
  const cm = (metres: number) => String(Math.round(metres * 1000) / 10);
  return fact(SIZE, both(`高 ${cm(height)} 厘米，宽 ${cm(width)} 厘米`, `${cm(height)} cm high, ${cm(width)} cm wide`));
}
