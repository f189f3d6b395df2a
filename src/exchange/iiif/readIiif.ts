/**
 * IIIF Presentation 2, 3 and 4 by one tolerant reader of our own. There is a parser that upgrades version 2 to 3
 * (@iiif/parser), but it says nothing of what it drops or mends, and the place of every loss in the file as it was
 * written is what is wanted here; nor does it read scenes of version 4.
 */
import type { ExhibitionNode } from '#document/schema.ts';
import { isJsonObject, type JsonObject } from '#document/schemaWalk.ts';
import { ExchangeError, quote } from '../loss.ts';
import { createDraft, type Draft } from '../making/draft.ts';
import { linkInOrder } from '../making/flats.ts';
import { createLocate } from '../reading/addresses.ts';
import type { Foreign } from '../reading/foreign.ts';
import { createLedger } from '../reading/ledger.ts';
import type { ImportOptions, ImportResult } from '../result.ts';
import { nameOfAddress } from '../text/ids.ts';
import { inLanguage, isEmpty } from '../text/words.ts';
import { readCanvas } from './readCanvas.ts';
import { createNotePool } from './notePool.ts';
import { listAnnotations } from './pages.ts';
import { readNote } from './note.ts';
import type { PendingLink } from './readNotes.ts';
import { readScene } from './readScene.ts';
import { readRanges } from './readRanges.ts';
import { REASONS } from './reasons.ts';
import { idOf, typeOf, wordsOf } from './resource.ts';
import type { Frame } from './spots.ts';
import { readProvider, readStatement } from './statement.ts';

export async function readIiif(document: JsonObject, options: ImportOptions): Promise<ImportResult> {
  const ledger = createLedger(REASONS);
  const root = ledger.open(document, '');
  const version = versionOf(document);
  root.ignore('@context');
  const id = idOf(root);
  const type = typeOf(root);
  const locate = createLocate(id, options.mounts);
  const draft = createDraft({
    format: `iiif-${version}`,
    ledger,
    folder: options.folder,
    locate,
    language: options.language,
  });
  if (!/^https?:\/\/./i.test(id))
    ledger.lose(
      root.at(root.has('id') ? 'id' : '@id'),
      `its id ${quote(id)} is no address: files are looked for beside it alone`,
    );
  if (type === 'Manifest') return readManifest(draft, root, id, options);
  if (type === 'Collection') return readCollection(draft, root, id, options);
  const found = type === '' ? 'says no type' : `is of the type ${quote(type)}`;
  throw new ExchangeError(`expected a manifest or a collection; the file ${found}. Import the manifest it belongs to`);
}

const DIRECTIONS: readonly unknown[] = ['left-to-right', 'right-to-left', 'top-to-bottom', 'bottom-to-top'];

function versionOf(document: JsonObject): 2 | 3 | 4 {
  const context = JSON.stringify(document['@context'] ?? '');
  const found = /iiif\.io\/api\/presentation\/(\d)/.exec(context)?.[1];
  if (found === '4') return 4;
  if (found === '2' || (found === undefined && '@type' in document)) return 2;
  return 3;
}

async function readManifest(draft: Draft, root: Foreign, id: string, options: ImportOptions): Promise<ImportResult> {
  const { ledger } = draft;
  const { containers, sequence } = listContainers(root);
  const direction = readDirection(root, sequence);
  const label = wordsOf(root, 'label');
  const summary = wordsOf(root, root.has('summary') ? 'summary' : 'description');
  const { statement, facts } = readStatement(root);
  const { credit, ...whole } = statement;
  if (isEmpty(label)) ledger.lose('', 'it has no label: it is called by its file');
  if (credit) facts.push({ label: { en: 'Credit' }, value: credit });
  const provider = readProvider(root);
  if (facts.length > 0) draft.halls.add({ kind: 'text', label: isEmpty(label) ? inLanguage('About', 'en') : label, body: summary, facts: facts.slice(0, 200) }, 'about'); // prettier-ignore
  const nodes = new Map<string, ExhibitionNode>();
  const links: PendingLink[] = [];
  const flats = new Map<ExhibitionNode, Frame>();
  const pool = createNotePool(
    (await listAnnotations(draft, root, ['annotations', 'otherContent'])).map(readNote),
    containers.length,
  );
  if (containers.length === 0) ledger.lose('', 'the manifest holds no canvas and no scene');
  const scenes = new Map(containers.map((container) => [container.glance('id'), container]));
  for (const [index, container] of containers.entries()) {
    const kind = container.glance('type');
    const read =
      kind === 'Scene'
        ? await readScene(draft, container, pool, scenes, links)
        : await readCanvas({ draft, links, pool, direction }, container, index + 1);
    if (read) nodes.set(read.id, read.node);
    if (read && 'frame' in read && read.frame) flats.set(read.node, read.frame);
  }
  for (const { node, to, path, link } of links) {
    const end = nodes.get(to.replace(/#.*$/, ''));
    if (!end) ledger.lose(path, `the way to ${quote(to)} leads to no place of the exhibition`, to);
    else if (end === node) ledger.lose(path, 'the way leads to where it begins', to);
    else node.links = [...(node.links ?? []), { to: end.id, ...link }];
  }
  pool.close(ledger);
  if (links.length === 0) linkInOrder(draft, [...flats.keys()]);
  if (flats.size > 0) for (const owner of [root, sequence]) owner?.ignore(...(direction ? ['viewingDirection'] : []));
  readRanges(draft, root, { nodes, frames: flats });
  const start = readStart(root, nodes) ?? startOf(draft);
  const name = options.name ?? 'manifest';
  return draft.finish({
    name: label['en'] ?? (nameOfAddress(id) || name.replace(/\.json$/i, '')),
    label,
    ...(!isEmpty(summary) && { summary }),
    ...whole,
    ...provider,
    ...(start !== undefined && { start }),
  });
}

/** Where pictures hang beside what is said about the whole, the visit begins at the first place of its own. */
function startOf({ nodes, assets }: Draft): string | undefined {
  const kinds = new Map(assets.map(({ id, kind }) => [id, kind]));
  const isPlace = (node: ExhibitionNode) => kinds.get(node.asset) !== 'gallery';
  return (nodes.find(({ asset }) => kinds.get(asset) === 'panorama') ?? nodes.find(isPlace))?.id;
}

/** Canvases and scenes; of version 2, those of the first sequence. */
function listContainers(root: Foreign): { containers: Foreign[]; sequence?: Foreign } {
  if (!root.has('sequences')) return { containers: root.objects('items') };
  const [first, ...others] = root.objects('sequences');
  for (const other of others) {
    other.ignore(...other.keys());
    root.ledger.lose(other.path, 'another order of the same pages is left out');
  }
  if (!first) return { containers: [] };
  first.ignore('@id', '@type', 'label', '@context', 'startCanvas');
  return { containers: first.objects('canvases'), sequence: first };
}

/** Left to right where nothing is said, as IIIF has it; undefined from top to bottom, which no flat picture is read. */
function readDirection(root: Foreign, sequence: Foreign | undefined): 'rtl' | 'ltr' | undefined {
  const said = root.peek('viewingDirection');
  if (said !== undefined && !DIRECTIONS.includes(said))
    root.lose('viewingDirection', `${quote(said)} is no direction of viewing`);
  const direction = DIRECTIONS.includes(said) ? said : sequence?.peek('viewingDirection');
  if (direction === 'right-to-left') return 'rtl';
  return direction === 'top-to-bottom' || direction === 'bottom-to-top' ? undefined : 'ltr';
}

function readStart(root: Foreign, nodes: ReadonlyMap<string, ExhibitionNode>): string | undefined {
  const value = root.take('start') ?? root.take('startCanvas');
  if (value === undefined) return undefined;
  const address = isJsonObject(value) ? (value['source'] ?? value['id']) : value;
  const id = isJsonObject(address) ? address['id'] : address;
  const node = typeof id === 'string' ? nodes.get(id.replace(/#.*$/, '')) : undefined;
  if (!node)
    root.ledger.lose(root.at('start'), `it begins at ${quote(id)}, which is no place of the exhibition`, value);
  if (isJsonObject(value) && 'selector' in value)
    root.ledger.lose(root.at('start'), 'the moment or part that it begins with is left out', value['selector']);
  return node?.id;
}

/** A collection names manifests; each is an exhibition of its own, so its names alone are kept. */
async function readCollection(draft: Draft, root: Foreign, id: string, options: ImportOptions): Promise<ImportResult> {
  const label = wordsOf(root, 'label');
  const summary = wordsOf(root, root.has('summary') ? 'summary' : 'description');
  const { statement, facts } = readStatement(root);
  const { credit, ...whole } = statement;
  if (credit) facts.push({ label: { en: 'Credit' }, value: credit });
  const provider = readProvider(root);
  if (facts.length > 0) draft.halls.add({ kind: 'text', label, body: summary, facts }, 'about');
  const members = ['items', 'manifests', 'collections', 'members'].flatMap((key) => root.objects(key));
  for (const member of members) {
    const address = idOf(member);
    const kind = typeOf(member);
    const title = wordsOf(member, 'label');
    const body = wordsOf(member, member.has('summary') ? 'summary' : 'description');
    const own = readStatement(member);
    draft.ledger.lose(member.path, `the ${kind || 'manifest'} ${quote(address)} is an exhibition of its own; import it by itself`, address); // prettier-ignore
    member.ignore(...member.keys());
    draft.halls.add({ kind: 'text', label: isEmpty(title) ? inLanguage(nameOfAddress(address)) : title, body, ...(own.facts.length > 0 && { facts: own.facts }) }, nameOfAddress(address)); // prettier-ignore
  }
  return draft.finish({
    name: label['en'] ?? (nameOfAddress(id) || (options.name ?? 'collection')),
    label,
    ...(!isEmpty(summary) && { summary }),
    ...whole,
    ...provider,
  });
}
