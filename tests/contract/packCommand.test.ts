/** `grotto pack` on real folders, and the list as the real server sends it. */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { judgeList } from '#offline/judgeList.ts';
import { listDocumentFiles } from '#offline/listFiles.ts';
import { packUrl, PIECE_BYTES, type PackList } from '#offline/packList.ts';
import { runGrotto } from '#pipeline/main.ts';
import { listen } from '#pipeline/serve/listen.ts';
import { openSite } from '#pipeline/serve/site.ts';
import { makeExhibition } from '../fixtures/exhibitions.ts';

const PAGE = '<html lang="en"><head><!--title-head--><!--/title-head--></head><body><!--title-card--><!--/title-card--></body></html>'; // prettier-ignore

let root = '';

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'grotto-pack-'));
});
afterAll(() => rmSync(root, { recursive: true }));

function write(name: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), content);
}

const readText = (name: string): string => readFileSync(path.join(root, name), 'utf8');
const readList = (folder = 'show'): PackList => JSON.parse(readText(`${folder}/pack.json`)) as PackList;
const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

async function pack(...args: string[]) {
  const said = { out: '', err: '' };
  const code = await runGrotto(['pack', ...args, '--viewer', 'viewer'], {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    cwd: root,
    isTerminal: false,
  });
  return { code, ...said };
}

beforeEach(() => {
  rmSync(root, { recursive: true });
  write('viewer/index.html', PAGE);
  write('viewer/app/main-1a2B_c-4.js', 'export {};');
  write('viewer/third-party-notices.txt', 'thanks');
  write('viewer/panoramas/of-the-demonstration.webp', 'not ours');
  write('show/exhibition.json', JSON.stringify(makeExhibition()));
  for (const file of listDocumentFiles(makeExhibition())) write(`show/${file}`, file);
  write('show/source/cave-45.tif', 'not shown');
});

describe('grotto pack', () => {
  it('writes what others show of it beside a page in the same folder, of this exhibition and no part of the visit', async () => {
    const poster = sharp({ create: { width: 320, height: 200, channels: 3, background: '#864' } });
    write('show/pano-45/poster.webp', await poster.webp().toBuffer());
    write('show/index.html', PAGE);
    write('show/oembed.json', '{ "title": "Demonstration" }');
    write('show/preview.jpg', 'of the demonstration');
    expect((await pack('show')).code).toBe(0);
    expect(JSON.parse(readText('show/oembed.json'))).toMatchObject({ title: 'Small', thumbnail_url: 'preview.jpg' });
    const { format, width } = await sharp(readFileSync(path.join(root, 'show/preview.jpg'))).metadata();
    expect([format, width]).toEqual(['jpeg', 1200]);
    expect(readText('show/index.html')).toContain('<meta property="og:title" content="Small" />');
    expect(readList().files.map((file) => file.path)).not.toContain('preview.jpg');
    expect((await pack('show', '--check')).out).toBe('the list fits\n');
  });

  it('lists the page, the viewer and what the document names, each with its size and hash, and nothing else', async () => {
    const { code, out, err } = await pack('show');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const list = readList();
    expect(out).toBe(`pack.json: 38 files, 0.0 MB, version ${list.version}\n`);
    expect(list.exhibition).toBe('small');
    const viewer = list.files.filter(({ isViewer }) => isViewer).map((file) => file.path);
    expect(viewer).toEqual(['index.html', 'app/main-1a2B_c-4.js', 'third-party-notices.txt']);
    const content = list.files.filter(({ isViewer }) => !isViewer);
    expect(content.map((file) => file.path).sort()).toEqual(
      ['exhibition.json', ...listDocumentFiles(makeExhibition())].sort(),
    );
    for (const file of content) {
      const bytes = readFileSync(path.join(root, 'show', file.path));
      expect(file).toEqual({ path: file.path, bytes: bytes.length, sha256: sha256(bytes) });
    }
    expect(list.bytes).toBe(list.files.reduce((sum, { bytes }) => sum + bytes, 0));
  });

  it('lists exactly what the server then sends, the page with the version in its head', async () => {
    await pack('show');
    const list = readList();
    const site = await openSite({ root: path.join(root, 'viewer'), exhibition: path.join(root, 'show') });
    const server = await listen(site, { port: 0, portsToTry: 1, host: '127.0.0.1' });
    const scope = `http://127.0.0.1:${server.port}/`;
    try {
      for (const { path: name, sha256: hash } of list.files) {
        const body = new Uint8Array(await (await fetch(packUrl(name, scope))).arrayBuffer());
        expect.soft(sha256(body), name).toBe(hash);
      }
      const page = await (await fetch(scope)).text();
      expect(page).toContain(`<meta name="grotto-pack" content="${list.version}" />`);
    } finally {
      await server.close();
    }
  });

  it('keeps its version while nothing changes, and takes a higher one when something does', async () => {
    await pack('show', '--version', '40');
    const first = readText('show/pack.json');
    expect((await pack('show')).out).toContain('version 40, nothing has changed');
    expect(readText('show/pack.json')).toBe(first);
    write('show/detail.png', 'mended');
    await pack('show');
    expect(readList().version).toBeGreaterThan(1_700_000_000);
    write('show/pack.json', readText('show/pack.json').replace(/"version":\d+/, '"version":9000000000'));
    write('show/detail.png', 'mended again');
    await pack('show');
    expect(readList().version).toBe(9_000_000_001);
  });

  it('hashes a large file piece by piece too', async () => {
    const scan = new Uint8Array(PIECE_BYTES + 5).fill(7);
    write('show/pano-46.jpg', scan);
    await pack('show');
    expect(readList().files.find((file) => file.path === 'pano-46.jpg')).toEqual({
      path: 'pano-46.jpg',
      bytes: scan.length,
      sha256: sha256(scan),
      pieces: [sha256(scan.subarray(0, PIECE_BYTES)), sha256(scan.subarray(PIECE_BYTES))],
    });
  });

  it('says which files are missing and leaves the old list as it was', async () => {
    await pack('show');
    const before = readText('show/pack.json');
    rmSync(path.join(root, 'show/pano-45/1/f/0_1.webp'));
    expect(await pack('show')).toEqual({
      code: 1,
      out: '',
      err: 'grotto pack: 1 file is missing: "pano-45/1/f/0_1.webp"; see grotto check\n',
    });
    expect(readText('show/pack.json')).toBe(before);
  });

  it('says with --check what no longer fits, and writes nothing', async () => {
    await pack('show');
    expect(await pack('show', '--check')).toEqual({ code: 0, out: 'the list fits\n', err: '' });
    const before = readText('show/pack.json');
    write('show/detail.png', 'mended');
    write('viewer/app/more-1a2B_c-4.js', 'export {};');
    rmSync(path.join(root, 'viewer/app/main-1a2B_c-4.js'));
    const { code, out } = await pack('show', '--check');
    expect(code).toBe(1);
    expect(out.split('\n').sort()).toEqual([
      '', 'app/main-1a2B_c-4.js is not part of the visit', 'app/more-1a2B_c-4.js is not listed', 'detail.png has changed',
      'run grotto pack',
    ]); // prettier-ignore
    expect(readText('show/pack.json')).toBe(before);
  });

  it('gives a whole site’s own page the title card of its exhibition', async () => {
    for (const file of ['index.html', 'app/main-1a2B_c-4.js']) write(`show/${file}`, readText(`viewer/${file}`));
    await pack('show');
    const page = readText('show/index.html');
    expect(page).toContain('<title>Small</title>');
    expect(readList().files[0]).toMatchObject({ path: 'index.html', sha256: sha256(page) });
    expect((await pack('show')).out).toContain('nothing has changed');
  });
});

describe('a signed list', () => {
  it('is signed over its bytes, as anybody can verify who has the public key', async () => {
    expect((await pack('show', '--new-key', 'owner.pem')).code).toBe(0);
    const bytes = readFileSync(path.join(root, 'show/pack.json'));
    const signature = readText('show/pack.sig');
    const publicKey = createPublicKey(readText('owner.pem'));
    expect(verify(null, bytes, publicKey, Buffer.from(signature, 'base64'))).toBe(true);
    expect(await judgeList(Uint8Array.from(bytes), signature, null)).toMatchObject({ kind: 'taken' });
    await pack('show', '--key', 'owner.pem', '--version', '9999999999');
    expect(readText('show/pack.sig')).not.toBe(signature);
  });

  it('is never followed by one without a signature, unless it is taken away', async () => {
    await pack('show', '--new-key', 'owner.pem');
    const before = readText('show/pack.json');
    const { code, err } = await pack('show');
    expect(code).toBe(1);
    expect(err).toContain('name the key with --key');
    expect(readText('show/pack.json')).toBe(before);
    rmSync(path.join(root, 'show/pack.json'));
    expect((await pack('show')).code).toBe(0);
    expect(readList().key).toBeUndefined();
    expect(() => readText('show/pack.sig')).toThrow('ENOENT');
  });

  it('never writes a key over another file, and takes only an Ed25519 key', async () => {
    write('owner.pem', 'precious');
    expect(await pack('show', '--new-key', 'owner.pem')).toMatchObject({ code: 2 });
    expect(readText('owner.pem')).toBe('precious');
    expect((await pack('show', '--key', 'owner.pem')).err).toContain('holds no private key');
    expect((await pack('show', '--key', 'lost.pem')).err).toContain('make one with --new-key');
    expect((await pack('show', '--version', '1.5')).code).toBe(2);
  });
});
