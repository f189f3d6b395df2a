/** Photographs become places of an exhibition: each cut into tiles, named after its file, standing where it was taken. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { ExhibitionNode, LanguageMap, PanoramaAsset } from '#document/schema.ts';
import type { Vec3 } from '#shared/vec.ts';
import { CommandError, type CommandIo } from '../command.ts';
import { readTileOptions } from '../tile/options.ts';
import { tilePanorama } from '../tile/tilePanorama.ts';
import { type EarthPlace, readExifPlace } from './exifPlace.ts';
import { onSite } from './site.ts';

export interface PlacedPicture {
  readonly asset: PanoramaAsset;
  readonly node: ExhibitionNode;
}

export interface Placing {
  /** Of the exhibition. */
  readonly folder: string;
  readonly languages: readonly string[];
  /** Ids that are taken. */
  readonly taken: ReadonlySet<string>;
  /** Metres on the site, by the name of a picture's file without its ending. */
  readonly positions: ReadonlyMap<string, Vec3>;
  /** Where on earth the site has its zero: of the first picture that knows where it was taken, or `none` to ask none. */
  readonly origin?: EarthPlace | 'none' | undefined;
  readonly workers: string | undefined;
}

export interface PlacedPictures {
  /** In the order in which they were named. */
  readonly places: readonly PlacedPicture[];
  /** Where the site has its zero; absent where no picture says where it was taken. */
  readonly origin?: EarthPlace;
}

export async function placePictures(
  pictures: readonly string[],
  { folder, languages, taken, positions, origin: given, workers }: Placing,
  io: CommandIo,
): Promise<PlacedPictures> {
  const used = new Set(taken);
  const named = pictures.map((picture) => {
    const name = path.parse(picture).name;
    const id = freeId(name, used);
    used.add(id);
    return { picture, name, id };
  });
  for (const { picture } of named) {
    if (!(await stat(path.resolve(io.cwd, picture)).catch(() => null)))
      throw new CommandError(`${picture}: no such file; check the path`);
  }
  const whence = await Promise.all(named.map(({ picture }) => readPlace(path.resolve(io.cwd, picture))));
  const origin = given === 'none' ? undefined : (given ?? whence.find((place) => place !== null) ?? undefined);
  const onGround = origin ? onSite(whence, origin) : [];
  const made: PlacedPicture[] = [];
  for (const [i, { picture, name, id }] of named.entries()) {
    io.err(`${picture}: cut into tiles\n`);
    const out = path.join(folder, 'panoramas', id);
    const args = [picture, '--out', out, '--base', folder, '--id', id, '--quiet'];
    const options = readTileOptions([...args, ...(workers === undefined ? [] : ['--workers', workers])], io.cwd);
    const label = labelOf(name, languages);
    const { entry } = await tilePanorama({ ...options, label, layerLabel: label }, io);
    const position = positions.get(name) ?? onGround[i] ?? null;
    made.push({
      asset: entry,
      node: { id, label, asset: id, ...(position && { position: [...position] }) },
    });
  }
  return { places: made, ...(origin && { origin }) };
}

async function readPlace(file: string): Promise<EarthPlace | null> {
  // What is no picture is refused when it is cut.
  const metadata = await sharp(file, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  return metadata?.exif ? readExifPlace(metadata.exif) : null;
}

/** The name of a file as words: `north_hall-2` is “north hall 2”. */
export function labelOf(name: string, languages: readonly string[]): LanguageMap {
  const words = name.replace(/[_-]+/g, ' ').trim() || name;
  return Object.fromEntries(languages.map((language) => [language, words]));
}

/** A free id near to the name: letters, digits, dots, hyphens and underscores. */
export function freeId(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+|-+$/g, '')
    .slice(0, 56);
  const stem = plain === '' ? 'place' : plain;
  if (!taken.has(stem)) return stem;
  for (let number = 2; ; number++) if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
}
