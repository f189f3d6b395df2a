/** One request in, one answer out: files with their headers, conditions, ranges and compression. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { parseRange } from '#offline/byteRange.ts';
import { cacheControlOf, REVALIDATE } from './caching.ts';
import { CompressedBodies, pickEncoding } from './compress.ts';
import { type FoundFile, type Mount, findFile, readRequestPath } from './findFile.ts';
import { contentTypeOf, type MediaType } from './mediaTypes.ts';

/** What the page itself is: made anew from index.html and the exhibition, so not simply a file. */
export interface Page {
  readonly html: string;
  /** Changes whenever the page does; no quotes. */
  readonly tag: string;
}

export interface Site {
  readonly mounts: readonly Mount[];
  readonly policyHeaders: () => Promise<Readonly<Record<string, string>>>;
  readonly page: () => Promise<Page | null>;
  /** A file that is made on the spot where no mount has it; null for every other name. */
  readonly made?: (relativePath: string) => Promise<{ readonly body: Buffer; readonly tag: string } | null>;
}

/** Where the body comes from: a file, or text made on the spot. */
interface Resource {
  readonly tag: string;
  readonly sizeBytes: number;
  readonly mediaType: MediaType;
  readonly cacheControl: string;
  readonly file: string | null;
  readonly read: () => Promise<Buffer>;
}

const HTML: MediaType = { type: 'text/html; charset=utf-8', isCompressible: true };

/** Answers what is no file; false where it does not. */
export type OtherAnswer = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export class Responder {
  readonly #site: Site;
  readonly #other: OtherAnswer | undefined;
  readonly #compressed = new CompressedBodies();

  constructor(site: Site, other?: OtherAnswer) {
    this.#site = site;
    this.#other = other;
  }

  async respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(await this.#site.policyHeaders())) response.setHeader(name, value);
    if (await this.#other?.(request, response)) return;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return endPlain(request, response, 405, 'Method not allowed');
    }
    const relativePath = readRequestPath(request.url ?? '');
    if (relativePath === null) return endPlain(request, response, 404, 'Not found');
    const resource = relativePath === 'index.html' ? await this.#findPage() : await this.#findFile(relativePath);
    if (!resource) return endPlain(request, response, 404, 'Not found');
    await this.#send(request, response, resource);
  }

  async #findPage(): Promise<Resource | null> {
    const page = await this.#site.page();
    return page && describeBody(Buffer.from(page.html), page.tag, HTML);
  }

  async #findFile(relativePath: string): Promise<Resource | null> {
    const found = await findFile(this.#site.mounts, relativePath);
    if (found) return describeFile(found);
    const made = (await this.#site.made?.(relativePath)) ?? null;
    return made && describeBody(made.body, made.tag, contentTypeOf(relativePath));
  }

  async #send(request: IncomingMessage, response: ServerResponse, resource: Resource): Promise<void> {
    const { headers } = request;
    const hasRange = headers.range !== undefined;
    const canCompress = resource.mediaType.isCompressible;
    const encoding = canCompress && !hasRange ? pickEncoding(headers['accept-encoding'], resource.sizeBytes) : null;
    const etag = `"${resource.tag}${encoding ? `-${encoding}` : ''}"`;
    response.setHeader('ETag', etag);
    response.setHeader('Cache-Control', resource.cacheControl);
    response.setHeader('Accept-Ranges', 'bytes');
    if (canCompress) response.setHeader('Vary', 'Accept-Encoding');
    if (matchesTag(headers['if-none-match'], etag)) return endEmpty(response, 304);

    response.setHeader('Content-Type', resource.mediaType.type);
    if (encoding) {
      const body = await this.#compressed.get(`${request.url} ${etag}`, encoding, resource.read);
      response.setHeader('Content-Encoding', encoding);
      return endBuffer(request, response, 200, body);
    }
    const isRangeValid = headers['if-range'] === undefined || headers['if-range'] === etag;
    const range = isRangeValid ? parseRange(headers.range, resource.sizeBytes) : null;
    if (range === 'unsatisfiable') {
      response.setHeader('Content-Range', `bytes */${resource.sizeBytes}`);
      return endPlain(request, response, 416, 'Range not satisfiable');
    }
    const { start, end } = range ?? { start: 0, end: resource.sizeBytes - 1 };
    if (range) response.setHeader('Content-Range', `bytes ${start}-${end}/${resource.sizeBytes}`);
    const status = range ? 206 : 200;
    if (resource.file === null) {
      return endBuffer(request, response, status, (await resource.read()).subarray(start, end + 1));
    }
    await streamFile(request, response, status, resource.file, start, end);
  }
}

function describeBody(body: Buffer, tag: string, mediaType: MediaType): Resource {
  const read = (): Promise<Buffer> => Promise.resolve(body);
  return { tag, sizeBytes: body.length, mediaType, cacheControl: REVALIDATE, file: null, read };
}

function describeFile(found: FoundFile): Resource {
  return {
    tag: `${found.sizeBytes.toString(36)}-${Math.round(found.modifiedMs * 1000).toString(36)}`,
    sizeBytes: found.sizeBytes,
    mediaType: found.mediaType,
    // Anything else may be edited while it is shown; asking again costs one short answer.
    cacheControl: cacheControlOf(found.relativePath),
    file: found.path,
    read: () => readFile(found.path),
  };
}

async function streamFile(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  file: string,
  start: number,
  end: number,
): Promise<void> {
  const length = Math.max(0, end - start + 1);
  response.writeHead(status, { 'Content-Length': length });
  if (request.method === 'HEAD' || length === 0) {
    response.end();
    return;
  }
  try {
    await pipeline(createReadStream(file, { start, end }), response);
  } catch {
    // The visitor left, or the file changed under us: what was promised cannot be kept, so the connection ends.
    response.destroy();
  }
}

/** Whether an If-None-Match header names the tag; weak comparison, as RFC 9110 wants it here. */
function matchesTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((part) => part.trim() === '*' || part.trim().replace(/^W\//, '') === etag);
}

function endPlain(request: IncomingMessage, response: ServerResponse, status: number, text: string): void {
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.setHeader('Cache-Control', 'no-cache');
  response.removeHeader('ETag');
  endBuffer(request, response, status, Buffer.from(`${text}\n`));
}

function endBuffer(request: IncomingMessage, response: ServerResponse, status: number, body: Buffer): void {
  response.writeHead(status, { 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function endEmpty(response: ServerResponse, status: number): void {
  response.writeHead(status);
  response.end();
}
