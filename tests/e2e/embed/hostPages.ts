/** A site of somebody else, with pages of its own and a policy of its own. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

export interface HostSite {
  /** Another site than that of the exhibition, not only another port. */
  readonly origin: string;
  /** By path, such as `/page.html`. */
  readonly pages: Map<string, string>;
  /** A folder that is served below `/app/`. */
  app: string | null;
  /** Sent with every page; what it may load is the host's to say. */
  policy: string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' };

export async function serveHost(): Promise<HostSite> {
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    response.setHeader('Content-Type', TYPES[path.extname(pathname)] ?? 'application/octet-stream');
    response.setHeader('Content-Security-Policy', site.policy);
    const page = pages.get(pathname);
    if (page !== undefined) return void response.end(page);
    if (pathname === '/favicon.ico') return void response.writeHead(204).end();
    const file = site.app !== null && pathname.startsWith('/app/') ? path.join(site.app, pathname.slice(5)) : null;
    void (file === null ? Promise.reject(new Error()) : readFile(file)).then(
      (body) => response.end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the server of the host has no port');
  const site: HostSite = {
    origin: `http://localhost:${address.port}`,
    pages,
    app: null,
    policy: '',
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
  return site;
}

/** One line in a plain page, between two buttons. */
export function plainPage(exhibition: string, attributes = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title></head><body>
<button id="before">Before</button>
<script async src="${exhibition}embed.js"></script><grotto-exhibition src="${exhibition}" ${attributes}><a href="${exhibition}">Two boxes</a></grotto-exhibition>
<button id="after">After</button>
</body></html>`;
}
