/** What is served where: the viewer from its build, the exhibition from its folder, the page made from both. */
import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { PACK_LIST, SERVICE_WORKER } from '#offline/packList.ts';
import { CommandError } from '#pipeline/command.ts';
import { NOTICES } from '#pipeline/build/thirdParty.ts';
import { EMBED_SCRIPT, OEMBED, PREVIEW, readFraming } from '#pipeline/build/sharing.ts';
import { renderTitleCard } from '#pipeline/build/titleCard.ts';
import { toldSite } from '#pipeline/build/toldSite.ts';
import type { Mount } from './findFile.ts';
import { makeFile } from './madeFiles.ts';
import { buildPolicyHeaders } from './policy.ts';
import type { Page, Site } from './respond.ts';

export interface SiteFolders {
  /** The built viewer. */
  readonly root: string;
  /** A folder that holds an exhibition.json; the demonstration inside the build when left out. */
  readonly exhibition?: string | undefined;
  /** Whether the page is told of edits; false by default. */
  readonly isLive?: boolean | undefined;
}

const DOCUMENT = 'exhibition.json';
/** Larger documents are served all the same, but not read for the title card. */
const MAX_DOCUMENT_BYTES = 32 * 1_048_576;
const MAX_LIST_BYTES = 256 * 1_048_576;
/** What lies beside the page although it is of the viewer. */
const VIEWER_FILES = ['exhibition.schema.json', NOTICES, SERVICE_WORKER, EMBED_SCRIPT];
/** What is made of the document; in the build it is the demonstration's. */
const MADE_FILES: readonly string[] = [OEMBED, PREVIEW.name];

/** What belongs to the viewer in its build; the rest of the build is the demonstration. */
export function isViewerFile(relativePath: string): boolean {
  return relativePath.startsWith('app/') || VIEWER_FILES.includes(relativePath);
}

export async function openSite(folders: SiteFolders): Promise<Site> {
  const root = await findFolder(folders.root, 'the built viewer');
  await requireFile(root, 'index.html', `${root} holds no built viewer; run npm run build`);
  const viewer: Mount = { folder: root, has: isViewerFile, isContent: false };
  const folder = await findContent(folders, root);
  // A picture of the curator's own is shown as it is; what lies in the build may be of another document by now.
  const has = (name: string): boolean => folder !== root || !MADE_FILES.includes(name);
  const content: Mount = { folder, has, isContent: true };
  const document = path.join(content.folder, DOCUMENT);
  const index = path.join(root, 'index.html');
  const packList = path.join(content.folder, PACK_LIST);
  const { isLive = false } = folders;
  const files = [index, document, packList];
  const site = keepWhileUnchanged(files, isLive, () => renderPage(index, document, packList, isLive));
  const mounts = [viewer, content];
  return {
    mounts,
    page: async () => (await site()).page,
    policyHeaders: async () => (await site()).headers,
    made: async (name) => {
      if (!MADE_FILES.includes(name)) return null;
      const { document: found, page, files: made } = await site();
      const file = made.get(name) ?? makeFile(name, found, mounts);
      made.set(name, file);
      const body = await file;
      return body && { body, tag: page.tag };
    },
  };
}

async function findContent(folders: SiteFolders, root: string): Promise<string> {
  if (folders.exhibition === undefined) return root;
  const folder = await findFolder(folders.exhibition, 'the exhibition');
  await requireFile(folder, DOCUMENT, `${folders.exhibition} holds no ${DOCUMENT}; name the folder that does`);
  return folder;
}

async function findFolder(folder: string, what: string): Promise<string> {
  const found = await realpath(folder).catch(() => null);
  if (found === null) throw new CommandError(`there is no folder ${folder} for ${what}`);
  if (!(await stat(found)).isDirectory()) throw new CommandError(`${folder} is a file; name the folder that holds it`);
  return found;
}

async function requireFile(folder: string, name: string, complaint: string): Promise<void> {
  const info = await stat(path.join(folder, name)).catch(() => null);
  if (!info?.isFile()) throw new CommandError(complaint);
}

interface RenderedSite {
  readonly page: Page;
  readonly headers: Readonly<Record<string, string>>;
  /** As it was found. */
  readonly document: unknown;
  /** Made of it so far, by name. */
  readonly files: Map<string, Promise<Buffer | null>>;
}

type Rendered = Omit<RenderedSite, 'page' | 'files'> & { readonly html: string };

async function renderPage(index: string, document: string, packList: string, isLive: boolean): Promise<Rendered> {
  const html = await readFile(index, 'utf8');
  const exhibition = await readJson(document, MAX_DOCUMENT_BYTES);
  const { version } = ((await readJson(packList, MAX_LIST_BYTES)) ?? {}) as { version?: unknown };
  return {
    html: renderTitleCard(html, exhibition, version, toldSite(), isLive),
    headers: buildPolicyHeaders(readFraming(exhibition)),
    document: exhibition,
  };
}

/** The file as it is, unchecked; null where it cannot be read: the viewer itself says what is wrong with it. */
export async function readJson(file: string, mostBytes = MAX_DOCUMENT_BYTES): Promise<unknown> {
  try {
    if ((await stat(file)).size > mostBytes) return null;
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch {
    return null;
  }
}

/** Renders again only when one of the files has changed, so a curator's edit shows at the next reload. */
function keepWhileUnchanged(
  files: readonly string[],
  isLive: boolean,
  render: () => Promise<Rendered>,
): () => Promise<RenderedSite> {
  let kept: RenderedSite | null = null;
  return async () => {
    const stamps = await Promise.all(files.map((file) => stat(file).catch(() => null)));
    const tag = stamps
      .map((info) => (info ? `${info.size.toString(36)}-${Math.round(info.mtimeMs * 1000).toString(36)}` : 'none'))
      .concat(isLive ? ['live'] : [])
      .join('.');
    if (kept?.page.tag === tag) return kept;
    const { html, ...rest } = await render();
    kept = { page: { html, tag }, ...rest, files: new Map() };
    return kept;
  };
}
