/**
 * The part of the address behind `#` and the state it stands for: place, view, panel and language, such as
 * `at=hall&view=12.34,-3.1,60&panel=places&lang=en` (yaw, pitch and vertical field of view in degrees). An open hotspot
 * is `show=<its id>`, the part of a flat picture `view=5.7,0,1.138m` (`flat/flatAddress.ts`), a relic in the visitor's hands `relic=<its hotspot's id>`; in a hall `stand=1.25,-3` is where one
 * stands, metres. `with=restored,lens,25,-3,12` lays
 * another layer over the place, `only=found` hides all conjecture, `light=dusk,lamp,0.8` is the light that goes along,
 * `wall=-24,-5,0.4,-0.1,2.4` brings a wall closer, `tour=three-caves,3` leads to a step of a guided tour. An address names ids of this exhibition and numbers in range, never another
 * document or origin;
 * whatever else it says is left out and reported. A list of favourites (`fav=`) is read by `find/favouritesAddress.ts`.
 */
import { toDegrees, toRadians, wrapAngle } from '#shared/angle.ts';
import type { Fault } from '#document/fault.ts';
import { matchLanguage } from '#i18n/matchLanguage.ts';
import { galleryOf } from './gallery/planHall.ts';
import { findHotspot, findNode, hasNode, nodeIds, startNodeId } from './selectors/findNode.ts';
import { readComparison, writeComparison, type AddressedComparison } from './compare/compareAddress.ts';
import { layersOf } from './compare/layers.ts';
import { hasDepth } from './wallView/commands.ts';
import { readWall, writeWall, type AddressedWall } from './wallView/wallAddress.ts';
import { readLight, writeLight } from './light/lightAddress.ts';
import { readGuide, writeGuide, type AddressedStep } from './guide/guideAddress.ts';
import { findTour } from './guide/stations.ts';
import type { TourLight } from './light/state.ts';
import { readFlat, writeFlat } from './flat/flatAddress.ts';
import { flatOfNode } from './flat/flatOfNode.ts';
import type { WallFrame } from './wallView/state.ts';
import { hint } from './hint.ts';
import type { Panel, Stand, TourState, View } from './state.ts';
import { normalizeView, viewOfStart } from './view.ts';

export interface Address {
  readonly nodeId: string | null;
  readonly view: View | null;
  readonly stand: Stand | null;
  /** The part of a flat picture that is seen. */
  readonly flat: WallFrame | null;
  readonly panel: Panel | null;
  /** The relic hotspot whose relic is in the visitor's hands. */
  readonly relicId: string | null;
  readonly language: string | null;
  /** The other layer that is seen together with the place's own. */
  readonly comparison: AddressedComparison | null;
  readonly isOnlyFound: boolean;
  /** A wall that is brought closer. */
  readonly wall: AddressedWall | null;
  readonly light: TourLight | null;
  /** A step of a guided tour. Where the address names no place and no view, they are the step's. */
  readonly guide: AddressedStep | null;
}

export interface AddressReading {
  readonly address: Address;
  readonly faults: readonly Fault[];
}

type AddressState = Pick<TourState, 'nodeId' | 'settledView' | 'panel' | 'language'> &
  Partial<Pick<TourState, 'stand' | 'flat' | 'relic' | 'comparison' | 'isOnlyFound' | 'light' | 'wallView' | 'guide'>>;
type Known = Pick<TourState, 'exhibition' | 'brokenNodes'> & Partial<Pick<TourState, 'wholeExhibition'>>;

// prettier-ignore
const KEYS = [
  'at', 'view', 'stand', 'with', 'only', 'light', 'wall', 'relic', 'show', 'panel', 'fav', 'tour', 'lang',
] as const;
type Key = (typeof KEYS)[number];
const PAGE_PANELS = ['places', 'layers', 'measure', 'plan', 'sound', 'about', 'access', 'transcript'] as const;
const MAX_LENGTH = 2_000;
/** A thousandth of a degree is half a pixel at the narrowest field of view. */
const VIEW_DIGITS = 3;
/** Millimetres. */
const STAND_DIGITS = 3;
const FARTHEST_STAND = 1_000;
const NUMBER = /^[+-]?\d{1,4}(\.\d{1,12})?$/;

/** The address of a state, without `#`. */
export function writeAddress(state: AddressState): string {
  const { nodeId, settledView, stand, flat, relic, panel, language, comparison, isOnlyFound, light, wallView, guide } =
    state;
  const { yaw, pitch, fov } = settledView;
  const view = flat ? writeFlat(flat) : [wrapAngle(yaw), pitch, fov].map(writeDegrees).join(',');
  const parts = [`at=${encodeURIComponent(nodeId)}`, `view=${view}`];
  if (stand) parts.push(`stand=${[stand.x, stand.z].map((metres) => write(metres, STAND_DIGITS)).join(',')}`);
  if (comparison) parts.push(`with=${writeComparison(comparison)}`);
  if (isOnlyFound) parts.push('only=found');
  if (light) parts.push(`light=${writeLight(light)}`);
  const wall = writeWall(wallView ?? null);
  if (wall !== null) parts.push(`wall=${wall}`);
  if (relic) parts.push(`relic=${encodeURIComponent(relic.hotspotId)}`);
  if (panel?.kind === 'hotspot') parts.push(`show=${encodeURIComponent(panel.hotspotId)}`);
  else if (panel) parts.push(`panel=${panel.kind}`);
  const step = writeGuide(guide ?? null);
  if (step !== null) parts.push(`tour=${step}`);
  parts.push(`lang=${encodeURIComponent(language)}`);
  return parts.join('&');
}

/** Reads the part behind `#`, with or without it. Never throws; what it cannot use is null and has a fault. */
export function readAddress(hash: string, known: Known): AddressReading {
  const faults: Fault[] = [];
  const values = readPairs(hash.replace(/^#/, ''), faults);
  const guide = readTour(values.get('tour'), known, faults);
  const step = guide && stepAt(guide, known);
  const nodeId = readNode(values.get('at') ?? step?.at, known, faults);
  const isElsewhere = values.has('at') && nodeId === null;
  const here = isElsewhere ? null : (nodeId ?? startNodeId(known.exhibition));
  const isFlatHere = here !== null && flatOfNode(known.exhibition, here) !== null;
  return {
    address: {
      nodeId,
      // The view and the hotspot of a place that is not here mean nothing anywhere else.
      view:
        isElsewhere || isFlatHere
          ? null
          : (readView(values.get('view'), faults) ?? (values.has('at') ? null : (step?.view ?? null))),
      stand: readStand(values.get('stand'), here, known, faults),
      flat: isFlatHere ? readFlat(values.get('view') ?? '') : null,
      panel: readPanel(values, here, known, faults),
      relicId: readRelic(values.get('relic'), here, known, faults),
      language: readLanguage(values.get('lang'), known, faults),
      comparison: readWith(values.get('with'), here, known, faults),
      isOnlyFound: readOnly(values.get('only'), faults),
      wall: readWallOf(values.get('wall'), here, known, faults),
      light: readLightOf(values.get('light'), faults),
      guide,
    },
    faults,
  };
}

function readPairs(text: string, faults: Fault[]): Map<Key, string> {
  const values = new Map<Key, string>();
  if (text.length > MAX_LENGTH) {
    faults.push(fault('', 'too-long', `expected at most ${MAX_LENGTH} characters`));
    return values;
  }
  for (const part of text.split('&')) {
    if (part === '') continue;
    const [name = '', ...rest] = part.split('=');
    const key = KEYS.find((candidate) => candidate === name);
    if (key === undefined)
      faults.push(fault('', 'unknown-key', `"${name}" means nothing here; expected ${KEYS.join(', ')}`));
    else if (values.has(key)) faults.push(fault(key, 'repeated', 'given twice; the first one counts'));
    else values.set(key, decode(rest.join('=')));
  }
  return values;
}

/** Percent-decoded; a text that is not well encoded is taken as it stands and will match nothing. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readNode(text: string | undefined, known: Known, faults: Fault[]): string | null {
  if (text === undefined) return null;
  if (hasNode(known, text)) return text;
  faults.push(fault('at', 'unknown-node', `no node "${text}"${hint(text, nodeIds(known))}`));
  return null;
}

function readView(text: string | undefined, faults: Fault[]): View | null {
  if (text === undefined) return null;
  const parts = text.split(',');
  const [yaw = NaN, pitch = NaN, fov = NaN] = parts.map((part) => (NUMBER.test(part) ? Number(part) : NaN));
  const isInRange = Math.abs(yaw) <= 360 && Math.abs(pitch) <= 90 && fov >= 1 && fov <= 120;
  if (parts.length === 3 && isInRange) {
    return normalizeView({ yaw: toRadians(yaw), pitch: toRadians(pitch), fov: toRadians(fov) });
  }
  faults.push(
    fault('view', 'bad-view', 'expected yaw (−360 to 360), pitch (−90 to 90), field of view (1 to 120) in degrees'),
  );
  return null;
}

function readWith(
  text: string | undefined,
  nodeId: string | null,
  { exhibition }: Known,
  faults: Fault[],
): AddressedComparison | null {
  if (text === undefined || nodeId === null) return null;
  const comparison = readComparison(text);
  const ids = layersOf(exhibition, nodeId).others.map(({ id }) => id);
  if (comparison && ids.includes(comparison.layerId)) return comparison;
  const message = comparison
    ? `"${nodeId}" has no other layer "${comparison.layerId}"${hint(comparison.layerId, ids)}`
    : 'expected a layer, then lens,yaw,pitch,radius (degrees), curtain,share or blend,share';
  faults.push(fault('with', comparison ? 'unknown-layer' : 'bad-comparison', message));
  return null;
}

function readOnly(text: string | undefined, faults: Fault[]): boolean {
  if (text !== undefined && text !== 'found') faults.push(fault('only', 'bad-only', 'expected "found"'));
  return text === 'found';
}

function readWallOf(
  text: string | undefined,
  nodeId: string | null,
  { exhibition }: Known,
  faults: Fault[],
): AddressedWall | null {
  if (text === undefined || nodeId === null) return null;
  const wall = readWall(text);
  if (!wall) {
    const expected = 'expected yaw and pitch in degrees, then, where wanted, x, y and width in metres';
    faults.push(fault('wall', 'bad-wall', expected));
  } else if (!hasDepth({ exhibition, nodeId })) {
    faults.push(fault('wall', 'no-depth', `how far the walls of "${nodeId}" are has not been recorded`));
    return null;
  }
  return wall;
}

function readLightOf(text: string | undefined, faults: Fault[]): TourLight | null {
  const light = text === undefined ? null : readLight(text);
  if (text !== undefined && !light) {
    const message = 'expected night, dawn, day, dusk or a time from 0 to 1, then lamp or lamps, strength, still';
    faults.push(fault('light', 'bad-light', message));
  }
  return light;
}

function readTour(text: string | undefined, known: Known, faults: Fault[]): AddressedStep | null {
  if (text === undefined) return null;
  const { exhibition, wholeExhibition = exhibition } = known;
  const guide = readGuide(text, { wholeExhibition });
  const ids = wholeExhibition.tours?.map(({ id }) => id) ?? [];
  const message = `no step "${text}" of a guided tour; expected a tour and the number of a step${hint(text, ids)}`;
  if (!guide) faults.push(fault('tour', 'unknown-step', message));
  return guide;
}

function stepAt({ tourId, stepIndex }: AddressedStep, known: Known): { at: string; view: View | null } | null {
  const step = findTour({ wholeExhibition: known.wholeExhibition ?? known.exhibition }, tourId)?.steps[stepIndex];
  return step && hasNode(known, step.at) ? { at: step.at, view: step.look ? viewOfStart(step.look) : null } : null;
}

function readStand(text: string | undefined, nodeId: string | null, known: Known, faults: Fault[]): Stand | null {
  if (text === undefined || nodeId === null) return null;
  if (!galleryOf(known.exhibition, findNode(known.exhibition, nodeId))) {
    faults.push(fault('stand', 'no-hall', `"${nodeId}" is no hall that one could walk in`));
    return null;
  }
  const [x = NaN, z = NaN, ...more] = text.split(',').map((part) => (NUMBER.test(part) ? Number(part) : NaN));
  if (more.length === 0 && Math.abs(x) <= FARTHEST_STAND && Math.abs(z) <= FARTHEST_STAND) return { x, z };
  faults.push(fault('stand', 'bad-stand', `expected x and z in metres, −${FARTHEST_STAND} to ${FARTHEST_STAND} each`));
  return null;
}

function readRelic(text: string | undefined, nodeId: string | null, known: Known, faults: Fault[]): string | null {
  if (text === undefined || nodeId === null) return null;
  const node = findNode(known.exhibition, nodeId);
  if (findHotspot(node, text)?.kind === 'relic') return text;
  const ids = node?.hotspots?.filter(({ kind }) => kind === 'relic').map(({ id }) => id) ?? [];
  faults.push(fault('relic', 'unknown-relic', `no relic "${text}" in node "${nodeId}"${hint(text, ids)}`));
  return null;
}

function readPanel(values: Map<Key, string>, nodeId: string | null, known: Known, faults: Fault[]): Panel | null {
  const hotspotId = values.get('show');
  if (hotspotId !== undefined && nodeId !== null) {
    const node = findNode(known.exhibition, nodeId);
    if (findHotspot(node, hotspotId)) return { kind: 'hotspot', hotspotId };
    const ids = node?.hotspots?.map((hotspot) => hotspot.id) ?? [];
    const near = hint(hotspotId, ids);
    faults.push(fault('show', 'unknown-hotspot', `no hotspot "${hotspotId}" in node "${nodeId}"${near}`));
  }
  const wanted = values.get('panel');
  if (wanted === undefined) return null;
  const kind = PAGE_PANELS.find((candidate) => candidate === wanted);
  if (kind !== undefined) return { kind };
  faults.push(fault('panel', 'unknown-panel', `no panel "${wanted}"; expected ${PAGE_PANELS.join(', ')}`));
  return null;
}

function readLanguage(text: string | undefined, known: Known, faults: Fault[]): string | null {
  if (text === undefined) return null;
  const { languages } = known.exhibition;
  const match = text.length <= 64 ? matchLanguage([text], languages) : null;
  if (match === null)
    faults.push(fault('lang', 'unknown-language', `no language "${text}"; expected ${languages.join(', ')}`));
  return match;
}

function writeDegrees(radians: number): string {
  return write(toDegrees(radians), VIEW_DIGITS);
}

function write(value: number, digits: number): string {
  // Adding zero turns −0 into 0.
  return String(Number(value.toFixed(digits)) + 0);
}

function fault(key: Key | '', code: string, message: string): Fault {
  return { severity: 'warning', path: key === '' ? 'address' : `address.${key}`, message, code: `address-${code}` };
}
