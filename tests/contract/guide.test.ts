/** The guide for the first exhibition, done as it says: every command in it is run, every piece of JSON is put in. */
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { Document, NodeIO } from '@gltf-transform/core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openExhibition } from '#document/open.ts';
import { runGrotto } from '#pipeline/main.ts';
import { REAL_DATA } from '../fixtures/realData.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });
const ROOT = path.resolve(import.meta.dirname, '../..');
const GUIDE = path.join(ROOT, 'src/pipeline/begin/GUIDE.md');
const PAGE =
  '<html lang="en"><head><!--title-head--><!--/title-head--></head><!--title-card--><!--/title-card--></html>';
/** Photographs of others where they are there, else pictures made here. */
const PHOTOS = {
  hall: 'pano/vrview-gallery/petra.jpg',
  gate: 'pano/vrview-gallery/machu-picchu.jpg',
  court: 'pano/psv/sphere_small.jpg',
};

interface Block {
  readonly language: string;
  /** What follows the language: where a piece of JSON goes. */
  readonly place: string;
  readonly text: string;
}

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'grotto-guide-'));
  mkdirSync(path.join(folder, 'photos'));
  for (const [name, file] of Object.entries(PHOTOS)) {
    const [from, to] = [path.join(REAL_DATA, file), path.join(folder, 'photos', `${name}.jpg`)];
    if (existsSync(from)) copyFileSync(from, to);
    else
      await sharp({ create: { width: 1024, height: 512, channels: 3, background: '#976' } })
        .jpeg()
        .toFile(to);
  }
  await makeBowl(path.join(folder, 'photos/bowl.glb'));
  mkdirSync(path.join(folder, 'dist'));
  writeFileSync(path.join(folder, 'dist/index.html'), PAGE);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A cone, open above. */
async function makeBowl(file: string): Promise<void> {
  const document = new Document();
  const buffer = document.createBuffer();
  const around = Array.from({ length: 25 }, (_, i) => [Math.cos((i * Math.PI) / 12), Math.sin((i * Math.PI) / 12)]);
  const points = around.slice(1).flatMap(([x = 0, z = 0], i) => [0, 0, 0, around[i]?.[0] ?? 0, 0.6, around[i]?.[1] ?? 0, x, 0.6, z]); // prettier-ignore
  const position = document.createAccessor().setType('VEC3').setArray(new Float32Array(points)).setBuffer(buffer);
  const primitive = document
    .createPrimitive()
    .setAttribute('POSITION', position)
    .setMaterial(document.createMaterial());
  document.createScene().addChild(document.createNode().setMesh(document.createMesh().addPrimitive(primitive)));
  writeFileSync(file, await new NodeIO().writeBinary(document));
}

function readBlocks(): Block[] {
  const found = readFileSync(GUIDE, 'utf8').matchAll(/^```(\w+) ?(\S*)\n([\s\S]*?)^```$/gm);
  return [...found].map(([, language = '', place = '', text = '']) => ({ language, place, text }));
}

/** As a shell parts a line: by spaces, but within double quotes. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

async function run(line: string): Promise<void> {
  const [npm, what, ...rest] = wordsOf(line);
  const isGrotto = npm === 'npm' && what === 'run' && rest[0] === 'grotto' && rest[1] === '--';
  const isStart = npm === 'npm' && what === 'start' && rest[0] === '--';
  if (isGrotto) return runCommand(rest.slice(2));
  if (isStart) return serve(rest.slice(1));
  throw new Error(`the guide has a command that is not tried here: ${line}`);
}

async function runCommand(args: string[]): Promise<void> {
  let said = '';
  const note = (text: string): void => void (said += text);
  const code = await runGrotto(args, { out: note, err: note, cwd: folder, isTerminal: false });
  expect(code, `grotto ${args.join(' ')}\n${said}`).toBe(0);
  expect(said).not.toBe('');
}

/** Started, asked, and stopped as by Ctrl+C; the viewer itself is a page without script, as nothing is built here. */
async function serve(args: string[]): Promise<void> {
  const bin = path.join(ROOT, 'src/pipeline/bin.mjs');
  const more = ['--port', '0', '--host', '127.0.0.1', '--root', path.join(folder, 'dist')];
  const server = spawn(process.execPath, [bin, 'serve', ...args, ...more], { cwd: folder });
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
  let said = '';
  server.stderr.on('data', (data: Buffer) => void (said += data.toString()));
  const address = await new Promise<string>((resolve, reject) => {
    server.stdout.on('data', (data: Buffer) => {
      said += data.toString();
      const found = /http:\/\/\S+/.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new Error(said)));
  });
  expect(await (await fetch(address)).text()).toContain('<title>Our first exhibition</title>');
  const tile = await fetch(`${address}exhibition.json`);
  expect(await tile.json()).toMatchObject({ label: { en: 'Our first exhibition' } });
  server.kill('SIGINT');
  expect(await ended).toBe(0);
}

/** Puts the keys where the guide says. */
function putIn(place: string, text: string): void {
  const file = path.join(folder, 'show/exhibition.json');
  const document = JSON.parse(readFileSync(file, 'utf8')) as { nodes: object[] };
  const targets: Record<string, object | undefined> = { exhibition: document, 'nodes.0': document.nodes[0] };
  const target = targets[place];
  if (!target) throw new Error(`the guide puts JSON at “${place}”, which is not tried here`);
  Object.assign(target, JSON.parse(text));
  writeFileSync(file, JSON.stringify(document, null, 2));
}

it('leads from photographs to an exhibition that check finds nothing wrong with', async () => {
  const blocks = readBlocks();
  let commands = 0;
  for (const { language, place, text } of blocks) {
    if (language === 'json') putIn(place, text);
    else {
      expect(language).toBe('sh');
      for (const line of text.trim().split('\n')) {
        await run(line);
        commands++;
      }
    }
  }
  expect([blocks.length, commands]).toEqual([6, 6]);
  const { exhibition, faults } = openExhibition(readFileSync(path.join(folder, 'show/exhibition.json')));
  expect(faults).toEqual([]);
  expect(exhibition?.nodes.map(({ id, links = [] }) => [id, links.map(({ to }) => to).sort()])).toEqual([
    ['hall', ['gate', 'hall-2']],
    ['gate', ['court', 'hall']],
    ['court', ['gate']],
    ['hall-2', ['hall']],
  ]);
  expect(exhibition?.nodes[0]?.hotspots).toHaveLength(1);
  expect(exhibition?.rights).toContain('creativecommons.org');
});

it('names no file that is not there', () => {
  const text = readFileSync(GUIDE, 'utf8');
  const links = [...text.matchAll(/\]\(([^)#]+)/g)].map(([, link = '']) => link).filter((link) => !link.includes(':'));
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect(existsSync(path.resolve(path.dirname(GUIDE), link)), link).toBe(true);
});
