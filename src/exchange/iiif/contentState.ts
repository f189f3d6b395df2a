/**
 * A place, and where one looks in it, as a link that any IIIF viewer understands (iiif.io/api/content-state/1.0): an
 * annotation whose target is a canvas of a manifest, encoded so that it stands in an address.
 */
import { readJson } from '#document/read.ts';
import type { Exhibition, ExhibitionNode } from '#document/schema.ts';
import { isJsonObject, type JsonObject } from '#document/schemaWalk.ts';
import { createLedger } from '../reading/ledger.ts';
import type { WriteResult } from '../writing.ts';
import { readTarget } from './region.ts';
import { directionsOf } from './sphere.ts';
import { addressOf, CANVAS, type Version } from './write/context.ts';
import { writeView } from './write/writeCanvas.ts';
import { writeWords } from './write/words.ts';

/** Longer states are none; a link is no place for more. */
const MAX_STATE = 20_000;

export interface ContentState {
  /** The address of the canvas or scene, and of its manifest where it is said. */
  readonly canvas: string;
  readonly manifest: string | null;
  /** Degrees; null where the whole is meant. */
  readonly view: { readonly yaw: number; readonly pitch: number; readonly fov?: number } | null;
}

/** The state as JSON, and as it stands in `?iiif-content=`. */
export function writeContentState(
  canvas: { readonly id: string; readonly type: string },
  manifest: string,
  view: NonNullable<ExhibitionNode['start']> | null,
): { annotation: JsonObject; encoded: string } {
  const partOf = [{ id: manifest, type: 'Manifest' }];
  const whole = { ...canvas, partOf };
  const target = view ? writeView(whole, view) : whole;
  const annotation = {
    '@context': 'http://iiif.io/api/presentation/3/context.json',
    type: 'Annotation',
    motivation: ['contentState'],
    target,
  };
  return { annotation, encoded: encodeState(JSON.stringify(annotation)) };
}

/** Percent escapes first, so that what is left is ASCII; then base64 with the letters that addresses allow. */
export function encodeState(text: string): string {
  return btoa(encodeURIComponent(text)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Null where it is no encoded state. */
export function decodeState(encoded: string): string | null {
  if (encoded.length > MAX_STATE || !/^[\w-]+$/.test(encoded)) return null;
  try {
    return decodeURIComponent(atob(encoded.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return null;
  }
}

/** Reads a state as it stands in an address, in whichever of its forms; null where it is none. */
export function readContentState(written: string): ContentState | null {
  if (written.length > MAX_STATE) return null;
  const text = /^\s*\{/.test(written) || /^https?:/i.test(written) ? written : (decodeState(written) ?? '');
  if (/^https?:/i.test(text)) return { ...stateOf({ target: text }), manifest: null };
  const reading = readJson(text);
  if (reading.fault || !isJsonObject(reading.value)) return null;
  const state = 'target' in reading.value ? reading.value : { target: reading.value };
  const found = stateOf(state);
  return found.canvas === '' ? null : found;
}

function stateOf(state: JsonObject): ContentState {
  const region = readTarget(createLedger().open(state, ''), 'target');
  const looked =
    region && (region.point ?? region.box)
      ? directionsOf({ source: '', ...(region.point ? { point: region.point } : region) }, CANVAS).target
      : null;
  const fov = region?.box && (region.box.height / CANVAS.height) * 180;
  const text = JSON.stringify(state);
  const manifest = /"partOf":\[?\{"id":"(https?:[^"]{1,2000})"/.exec(text)?.[1] ?? null;
  return { canvas: region?.source ?? '', manifest, view: looked && { ...looked, ...(fov !== undefined && { fov }) } };
}

/** A link for every place of an exhibition, at its first view. */
export function writeContentStates(
  exhibition: Exhibition,
  { version, base }: { version: Version; base: string },
): WriteResult {
  const assets = new Map(exhibition.assets.map((asset) => [asset.id, asset]));
  const links = exhibition.nodes.map((node) => {
    const isPanorama = assets.get(node.asset)?.kind === 'panorama';
    const place = addressOf({ base, version, assets }, node);
    const { encoded } = writeContentState(place, `${base}manifest.json`, isPanorama ? (node.start ?? null) : null);
    return {
      node: node.id,
      label: writeWords(node.label),
      'iiif-content': encoded,
      link: `${base}?iiif-content=${encoded}`,
    };
  });
  return { files: { 'content-states.json': `${JSON.stringify(links, null, 2)}\n` }, losses: [], lossesLeftOut: 0 };
}
