/** The rules of ARCHITECTURE.md over a list of source files; each breach is one sentence. */
import { type SourceFile, packageOf, resolveImport, roomOf } from './readImports.ts';

/** Which rooms a room may import from, next to itself. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  i18n: ['shared'],
  streaming: ['shared'],
  sources: ['shared', 'i18n', 'streaming'],
  document: ['shared', 'i18n', 'streaming', 'sources'],
  hotspots: ['shared', 'i18n', 'streaming', 'sources', 'document'],
  tour: ['shared', 'i18n', 'streaming', 'sources', 'document', 'hotspots'],
  sound: ['shared', 'i18n', 'sources', 'document', 'tour'],
  scene: ['shared', 'i18n', 'streaming', 'sources', 'document', 'hotspots', 'tour'],
  ui: ['shared', 'i18n', 'streaming', 'sources', 'document', 'hotspots', 'tour', 'offline'],
  xr: ['shared', 'i18n', 'streaming', 'sources', 'document', 'hotspots', 'tour', 'scene'],
  offline: ['shared', 'streaming', 'sources', 'document'],
  exchange: ['shared', 'i18n', 'streaming', 'sources', 'document'],
  embed: ['i18n'],
  app: [
    'shared',
    'i18n',
    'streaming',
    'sources',
    'document',
    'hotspots',
    'tour',
    'sound',
    'scene',
    'ui',
    'xr',
    'offline',
    'exchange',
    'embed',
  ],
  pipeline: ['shared', 'i18n', 'streaming', 'sources', 'document', 'hotspots', 'offline', 'exchange'],
  demo: ['shared', 'i18n', 'streaming', 'sources', 'document', 'hotspots', 'pipeline'],
};

/** Packages that only some rooms may know. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  three: ['scene', 'xr', 'app', 'pipeline'],
  '@react-three/fiber': ['scene', 'xr', 'app'],
  '@react-three/drei': ['scene', 'xr'],
  '@react-three/xr': ['xr'],
  '3d-tiles-renderer': ['scene'],
  react: ['scene', 'xr', 'ui', 'app'],
  'react-dom': ['ui', 'app'],
  minisearch: ['tour'],
  qr: ['ui'],
  zustand: ['tour', 'sound', 'scene', 'xr', 'ui', 'app'],
  'media-captions': ['sources'],
  zod: ['document', 'sources', 'hotspots', 'pipeline'],
  sharp: ['pipeline', 'demo'],
  vite: ['pipeline'],
  'node:': ['pipeline', 'demo'],
};

/** Of streaming, a command line sees only what a pyramid is; the engine runs in front of a visitor. */
const NARROW: Readonly<Record<string, { readonly room: string; readonly only: string }>> = {
  pipeline: { room: 'streaming', only: 'streaming/pyramid/' },
  demo: { room: 'streaming', only: 'streaming/pyramid/' },
  offline: { room: 'streaming', only: 'streaming/pyramid/' },
  exchange: { room: 'streaming', only: 'streaming/pyramid/' },
};

/** Folders named after a technical role gather what belongs nowhere. */
const ROLE_NAMES = ['utils', 'util', 'helpers', 'common', 'managers', 'hooks', 'types', 'lib', 'misc', 'core'];

/** Hosts that stand in addresses used as names of licences and vocabularies, which nobody asks for a file. */
const NAMING_HOSTS = [
  'creativecommons.org',
  'rightsstatements.org',
  'cv.iptc.org',
  'www.w3.org',
  'iiif.io',
  'schema.org',
  'json-schema.org',
  'schemas.openxmlformats.org',
  'schemas.microsoft.com',
];
const BROWSER_ROOMS = Object.keys(ROOMS).filter((room) => room !== 'pipeline' && room !== 'demo');

export function findBreaches(files: readonly SourceFile[]): string[] {
  if (files.length === 0) return ['the scan found no source file at all'];
  return [...files.flatMap(findFileBreaches), ...findCycles(files)];
}

function findFileBreaches(file: SourceFile): string[] {
  const room = roomOf(file.path);
  if (!Object.hasOwn(ROOMS, room)) return [`src/${file.path} lies in no room of ARCHITECTURE.md`];
  return [
    ...file.imports.flatMap((specifier) => findSpellingBreach(file.path, specifier)),
    ...[...file.imports, ...file.workers].flatMap((specifier) => findImportBreach(file.path, room, specifier)),
    ...findNameBreaches(file.path),
    ...findTextBreaches(file, room),
  ];
}

function findImportBreach(from: string, room: string, specifier: string): string[] {
  const target = resolveImport(from, specifier);
  if (target === null) {
    const rooms = PACKAGES[packageOf(specifier)];
    return !rooms || rooms.includes(room) ? [] : [`${from} imports ${specifier}, which ${room} must not know`];
  }
  const other = roomOf(target);
  if (other === room) return [];
  if (!ROOMS[room]?.includes(other)) return [`${from} imports #${target}, but ${room} must not know ${other}`];
  const narrow = NARROW[room];
  const isTooFar = narrow?.room === other && !target.startsWith(narrow.only);
  return isTooFar ? [`${from} imports #${target}, but ${room} sees only ${narrow.only} of ${other}`] : [];
}

function findSpellingBreach(from: string, specifier: string): string[] {
  const target = resolveImport(from, specifier);
  const isOdd = target !== null && specifier.startsWith('.') && roomOf(target) !== roomOf(from);
  return isOdd ? [`${from} imports ${specifier} of another room; write it #${target}`] : [];
}

function findNameBreaches(file: string): string[] {
  const folders = file.split('/').slice(0, -1);
  const roles = folders.filter((folder) => ROLE_NAMES.includes(folder));
  const breaches = roles.map((folder) => `${file} lies in a folder called ${folder}; name the idea it holds`);
  if (/(^|\/)index\.tsx?$/.test(file)) breaches.push(`${file} is a barrel by its name; name what it declares`);
  return breaches;
}

function findTextBreaches({ path: file, text }: SourceFile, room: string): string[] {
  const breaches: string[] = [];
  if (room === 'streaming' && /^(export )?(let|var) /m.test(text)) {
    breaches.push(`${file} keeps state in its module; make it a field of something that is created`);
  }
  if (BROWSER_ROOMS.includes(room)) {
    for (const match of text.matchAll(/['"`]https?:\/\/([\w.-]+)/g)) {
      const host = match[1] ?? '';
      // Names under .example are reserved for examples and lead nowhere.
      const isHarmless = NAMING_HOSTS.includes(host) || host.endsWith('.example');
      if (!isHarmless) breaches.push(`${file} names ${host}; the viewer asks its own origin only`);
    }
  }
  return breaches;
}

/** Each circle of imports once, told from the file that comes first in the alphabet. */
function findCycles(files: readonly SourceFile[]): string[] {
  const graph = new Map(files.map((file) => [file.path, listTargets(file)]));
  const cycles = new Set<string>();
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) {
      cycles.add(describeCycle(trail.slice(start)));
      return;
    }
    if (done.has(file)) return;
    for (const target of graph.get(file) ?? []) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return [...cycles];
}

function listTargets(file: SourceFile): string[] {
  return [...file.imports, ...file.workers]
    .map((specifier) => resolveImport(file.path, specifier))
    .filter((target) => target !== null);
}

function describeCycle(trail: readonly string[]): string {
  const [first = ''] = [...trail].sort();
  const start = trail.indexOf(first);
  const circle = [...trail.slice(start), ...trail.slice(0, start), first];
  return `a circle of imports: ${circle.join(' → ')}`;
}
