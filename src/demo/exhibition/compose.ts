/** Writes the demonstration's `exhibition.json` from its texts, its geometry and the files that have been made. */
import type { Exhibition, ImageAsset, PanoramaAsset } from '#document/schema.ts';
import { loadCave } from '#demo/caves/loadCave.ts';
import { PLAN } from '#demo/site/plan.ts';
import { CHAMBER_TEXT } from './chamber.ts';
import { withGallery } from './gallery.ts';
import { HALL_TEXT } from './hall.ts';
import { describeLight } from './light.ts';
import { describeNodes } from './nodes.ts';
import { describeDepth, describeLayer, measurePicture } from './pictures.ts';
import { PILLAR_TEXT } from './pillar.ts';
import type { PictureId, PlaceText } from './place.ts';
import type { RelicFile } from './relicAssets.ts';
import { describeRelics } from './relicLabels.ts';
import { withScroll } from './scrollPlace.ts';
import { withSounds } from './sounds.ts';
import { TERRACE_TEXT } from './terrace.ts';
import { describeTours } from './describeTours.ts';
import { both } from './words.ts';

const CC0 = 'http://creativecommons.org/publicdomain/zero/1.0/';
const PLACES: readonly PlaceText[] = [TERRACE_TEXT, HALL_TEXT, PILLAR_TEXT, CHAMBER_TEXT];
const PICTURES: readonly PictureId[] = ['as-found', 'lamp-light', 'restored', 'line-drawing'];

export async function composeExhibition(folder: string, files: readonly RelicFile[]): Promise<Exhibition> {
  const panoramas = (await Promise.all(PLACES.map((place) => describePanorama(folder, place)))).filter(
    (asset) => asset !== null,
  );
  const relics = await describeRelics(folder, files);
  const texts = PLACES.map((text) => ({ ...text, labels: [...text.labels, ...relics.labels(text.id)] }));
  const caisson = await describeCaisson(folder);
  const nodes = describeNodes(texts, (place) => {
    const layers = panoramas.find((asset) => asset.id === place)?.layers ?? [];
    const words = PLACES.find(({ id }) => id === place)?.pictures ?? {};
    return PICTURES.filter((picture) => picture in words && layers.some((layer) => layer.id === picture));
  });
  const withRelics = withGallery({
    $schema: './exhibition.schema.json',
    formatVersion: 1,
    id: 'painted-caves',
    label: both('彩绘石窟', 'The Painted Caves'),
    summary: both(
      '一面崖，三座从未存在过的石窟：满绘千佛的石室，绕行礼拜的中心柱窟，灯下的卧佛。现状、复原、线描，由你来回翻看。',
      'One cliff and three caves that never were: a hall of painted Buddhas, a pillar to walk around, a reclining figure among lamps. See them as found, restored, and in line.',
    ),
    rights: CC0,
    requiredStatement: {
      label: both('说明', 'Please note'),
      value: both(
        '全部图像、器物与声音由程序生成，受敦煌石窟艺术启发，不是任何真实石窟或文物的记录；名称为虚构。',
        'Every picture, object and sound here was made by a program, inspired by the cave art of Dunhuang. Nothing records a real cave or object, and the names are invented.',
      ),
    },
    provider: both('Grotto 示范展览', 'Grotto demonstration exhibition'),
    digitalSourceType: 'algorithmicMedia',
    defaultLanguage: 'en',
    languages: ['zh-Hans', 'en'],
    start: 'terrace-as-found',
    embed: { isOpen: true },
    assets: [...panoramas, ...(caisson ? [caisson] : []), ...relics.assets, PLAN_PICTURE],
    nodes,
    plans: [
      {
        id: 'site',
        label: both('总平面', 'The site'),
        image: PLAN_PICTURE.id,
        metresPerPixel: PLAN.metresPerPixel,
        origin: [...PLAN.origin],
      },
    ],
  });
  const exhibition = await withScroll(withRelics, folder);
  const heard = await withSounds(exhibition, folder, CC0);
  return { ...heard, tours: describeTours(heard) };
}

async function describePanorama(folder: string, place: PlaceText): Promise<PanoramaAsset | null> {
  const described = await Promise.all(PICTURES.map((picture) => describeLayer(folder, place.id, picture)));
  const layers = described.filter((layer) => layer !== null);
  if (layers.length === 0) return null;
  const poster = await measurePicture(folder, `panoramas/${place.id}/as-found/poster.webp`);
  const depth = await describeDepth(folder, place.id);
  const isByLamp = layers.some(({ id }) => id === 'lamp-light');
  const light = isByLamp ? describeLight(await loadCave(place.id)) : null;
  return {
    kind: 'panorama',
    id: place.id,
    label: place.label,
    layers,
    ...(poster && { poster }),
    ...(depth && { depth }),
    ...(light && { light }),
    colorProfile: 'sRGB',
    digitalSourceType: 'algorithmicMedia',
  };
}

export const CAISSON_URI = 'pictures/caisson.webp';

async function describeCaisson(folder: string): Promise<ImageAsset | null> {
  const picture = await measurePicture(folder, CAISSON_URI);
  if (!picture) return null;
  return {
    kind: 'image',
    id: 'caisson-picture',
    label: both('藻井，正视', 'The caisson, seen straight on'),
    ...picture,
    alt: both(
      '方形藻井：蓝地中央一朵双层大莲花，花心三兔相逐，八身飞天绕花而行，外围数道边饰与垂幔。',
      'A square ceiling panel: on blue, a double lotus whose heart holds three running hares; eight flying figures circle it, framed by bands of ornament and a hanging valance.',
    ),
  };
}

const PLAN_PICTURE: ImageAsset = {
  kind: 'image',
  id: 'plan-picture',
  label: both('总平面图', 'Plan of the site'),
  uri: 'plan.svg',
  width: PLAN.width,
  height: PLAN.height,
  alt: both(
    '俯视平面：南北向的崖，崖后自北向南是中心柱窟、千佛石室与卧佛窟，崖前是平台与栈道。',
    'The site from above: a cliff running north and south; behind it, from north to south, the pillar cave, the hall and the chamber of the reclining figure; before it the terrace and the plank walk.',
  ),
  digitalSourceType: 'digitalCreation',
};
