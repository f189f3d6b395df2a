/** Where on a canvas or in a scene something is: fragments and selectors of IIIF and of W3C annotations. */
import { isJsonObject } from '#document/schemaWalk.ts';
import { quote } from '../loss.ts';
import type { Foreign } from '../reading/foreign.ts';
import { idOf, typeOf } from './resource.ts';

/** In pixels of the canvas, or in metres of a scene. What is not given is the whole. */
export interface Region {
  /** The canvas or scene, without what follows #. */
  readonly source: string;
  point?: { x: number; y: number; z?: number };
  box?: { x: number; y: number; width: number; height: number };
  polygon?: [x: number, y: number][];
}

/** More corners than an area may have are not read. */
const MAX_CORNERS = 200;

export function readTarget(annotation: Foreign, key: string): Region | null {
  const [first, ...others] = annotation.list(key, true);
  for (const other of others) annotation.ledger.lose(other.path, 'a second target is left out', other.value);
  if (!first) return null;
  if (typeof first.value === 'string') return readFragment(first.value);
  if (!isJsonObject(first.value)) {
    annotation.ledger.lose(first.path, `expected a target, found ${quote(first.value)}`, first.value);
    return null;
  }
  return readResource(annotation.ledger.open(first.value, first.path));
}

function readResource(target: Foreign): Region {
  const type = typeOf(target);
  const id = idOf(target);
  const key = target.has('source') ? 'source' : target.has('full') ? 'full' : null;
  if (key === null && type !== 'SpecificResource') {
    target.ignore('partOf', 'within', 'label');
    return readFragment(id);
  }
  const source = target.list(key ?? 'source', true)[0];
  let region = readFragment(typeof source?.value === 'string' ? source.value : '');
  if (source && isJsonObject(source.value)) {
    const resource = target.ledger.open(source.value, source.path);
    region = readFragment(idOf(resource));
    resource.ignore('type', '@type', 'partOf', 'within', 'label', 'width', 'height');
  }
  for (const selector of target.objects('selector', true)) readSelector(selector, region);
  return region;
}

/** `…#xywh=1,2,3,4`; a time says nothing to what does not end. Also `#x,y,z`, as examples of the draft have it. */
export function readFragment(address: string): Region {
  const [source = '', fragment = ''] = address.split('#', 2);
  const region: Region = { source };
  const box = /(?:^|&)xywh=(?:pixel:)?(-?[\d.]+),(-?[\d.]+),([\d.]+),([\d.]+)/.exec(fragment);
  if (box) region.box = { x: Number(box[1]), y: Number(box[2]), width: Number(box[3]), height: Number(box[4]) };
  const point = /^(-?[\d.]+),(-?[\d.]+),(-?[\d.]+)/.exec(fragment);
  if (point) region.point = { x: Number(point[1]), y: Number(point[2]), z: Number(point[3]) };
  return region;
}

function readSelector(selector: Foreign, region: Region): void {
  const type = typeOf(selector);
  selector.ignore('id', '@id', 'conformsTo');
  const { ledger, path } = selector;
  const value = selector.text('value') ?? '';
  if (type === 'PointSelector') {
    const [x = 0, y = 0, z] = [selector.number('x'), selector.number('y'), selector.number('z')];
    region.point = { x, y, ...(z !== undefined && { z }) };
    selector.lose('t', 'has no place: what is shown does not end');
    selector.lose('refinedBy', 'has no place: what is shown does not end');
  } else if (type === 'FragmentSelector') {
    const { box } = readFragment(`#${value}`);
    if (box) region.box = box;
    else ledger.lose(path, `the part ${quote(value)} has no place: only xywh has`, value);
  } else if (type === 'SvgSelector') {
    const polygon = readPolygon(value);
    if (polygon) region.polygon = polygon;
    else ledger.lose(path, 'its outline is more than one plain polygon; the whole is meant', value);
  } else if (type === 'Choice') {
    const one = selector.object('default') ?? selector.objects('items', true)[0];
    selector.lose('item', 'the second way to say where is left out');
    if (one) readSelector(one, region);
  } else {
    selector.ignore(...selector.keys());
    ledger.lose(path, `a selector of the kind ${quote(type)} says no place in a picture`);
  }
}

/** One polygon, or one path of straight lines, of an SVG: numbers alone are read from it. */
function readPolygon(svg: string): [number, number][] | null {
  const points = /<(?:\w+:)?polygon\b[^>]{0,2000}?\bpoints\s*=\s*["']([-\d.,\seE+]{3,10000})["']/.exec(svg)?.[1];
  const path = /<(?:\w+:)?path\b[^>]{0,2000}?\bd\s*=\s*["']\s*M?([-\d.,\seE+L]{3,10000})[zZ]?\s*["']/.exec(svg)?.[1];
  const written = points ?? path;
  if (written === undefined || (svg.match(/<(?:\w+:)?(polygon|path)\b/g)?.length ?? 0) !== 1) return null;
  const numbers = written.split(/[\s,L]+/).filter((part) => part !== '').map(Number); // prettier-ignore
  if (numbers.length < 6 || numbers.length % 2 !== 0 || numbers.length > 2 * MAX_CORNERS) return null;
  if (!numbers.every(Number.isFinite)) return null;
  return Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i] ?? 0, numbers[2 * i + 1] ?? 0]);
}
