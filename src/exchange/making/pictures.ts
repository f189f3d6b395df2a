/** Files of a foreign document as they stand in an exhibition: pictures and the steps of models. */
import type { ImageAsset, LanguageMap, ModelLod } from '#document/schema.ts';
import type { Matrix } from '#sources/relic/geometry/matrix.ts';
import { type Box, transformBox } from '../gltf/matrix.ts';
import { moveGlb, surveyGlb } from '../gltf/surveyGlb.ts';
import { measurePicture } from '../reading/folder.ts';
import type { Draft } from './draft.ts';

export interface FoundPicture {
  readonly uri: string;
  readonly width: number;
  readonly height: number;
}

/** The picture of an address, measured, and its file on the list; null with a loss where there is none. */
export async function findPicture(draft: Draft, address: string, path: string): Promise<FoundPicture | null> {
  const file = draft.locate(address);
  if ('reason' in file) {
    draft.ledger.lose(path, `the picture is left out: ${file.reason}`, address);
    return null;
  }
  const size = await measurePicture(draft.folder, file.path);
  if (!size) {
    draft.ledger.lose(path, `the picture is left out: there is no picture “${file.path}” in the folder`, address);
    return null;
  }
  draft.addFile({ from: file.path, to: file.path });
  return { uri: file.path, ...size };
}

export function addImage(
  draft: Draft,
  picture: FoundPicture,
  wish: string,
  label: LanguageMap,
  more: Partial<ImageAsset> = {},
): string {
  // prettier-ignore
  const id = draft.assetIds.make(wish, 'picture');
  const { uri, width, height } = picture;
  draft.assets.push({ kind: 'image', id, label, uri, width, height, alt: label, ...more });
  return id;
}

export interface FoundModel {
  readonly lod: Omit<ModelLod, 'quality'>;
  readonly bounds: Box | null;
}

/** A GLB of an address, weighed, moved by `matrix`; null with a loss where there is none. */
export async function findModel(
  draft: Draft,
  address: string,
  path: string,
  matrix: Matrix,
): Promise<FoundModel | null> {
  const file = draft.locate(address);
  const lose = (reason: string): null => {
    draft.ledger.lose(path, `the model is left out: ${reason}`, address);
    return null;
  };
  if ('reason' in file) return lose(file.reason);
  if (!(await draft.folder.hasFile(file.path))) return lose(`there is no file “${file.path}” in the folder`);
  const survey = await surveyGlb(draft.folder, file.path);
  if ('reason' in survey) return lose(`“${file.path}” ${survey.reason}`);
  const moved = moveGlb(survey, matrix);
  const to = moved ? nameMoved(draft, file.path) : file.path;
  draft.addFile({ from: file.path, to, ...(moved && { begin: { head: moved.head, replaces: moved.replaces } }) });
  return {
    lod: { uri: to, bytes: moved?.bytes ?? survey.bytes, triangles: survey.triangles, draws: survey.draws },
    bounds: survey.bounds && transformBox(matrix, survey.bounds),
  };
}

/** The same file may be moved in several ways, so each has a name of its own. */
function nameMoved(draft: Draft, path: string): string {
  const name = draft.assetIds.make(`${path.replace(/\.glb$/i, '')}-placed`, 'model-placed');
  return `models/${name}.glb`;
}

export function roundBox({ min, max }: Box): { min: [number, number, number]; max: [number, number, number] } {
  const round = (value: number) => Math.round(Math.min(1e6, Math.max(-1e6, value)) * 1e6) / 1e6;
  return {
    min: [round(min[0]), round(min[1]), round(min[2])],
    max: [round(max[0]), round(max[1]), round(max[2])],
  };
}
