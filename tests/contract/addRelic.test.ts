/** A relic put into an exhibition by the command line: in its true size, on a plinth or in a place. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Document, NodeIO } from '@gltf-transform/core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openExhibition } from '#document/open.ts';
import type { Exhibition, ExhibitionNode, ModelAsset } from '#document/schema.ts';
import { runGrotto } from '#pipeline/main.ts';
import { hasRealData, REAL_DATA, titleOf } from '../fixtures/realData.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const folder = mkdtempSync(path.join(tmpdir(), 'grotto-relic-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function grotto(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const io = {
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
    cwd: folder,
    isTerminal: false,
  };
  return { code: await runGrotto(args, io), ...said };
}

const add = (...args: string[]) => grotto('add', 'relic', 'show', ...args, '--quick', '--jobs', '1');

function read(): Exhibition {
  const { exhibition, faults } = openExhibition(readFileSync(path.join(folder, 'show/exhibition.json')));
  if (!exhibition) throw new Error('no exhibition');
  expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
  return exhibition;
}

const nodeOf = (id: string): ExhibitionNode | undefined => read().nodes.find((node) => node.id === id);
const modelOf = (id: string) => read().assets.find((asset): asset is ModelAsset => asset.id === id);
const highOf = (model: ModelAsset | undefined) => (model?.boundingBox?.max[1] ?? 0) - (model?.boundingBox?.min[1] ?? 0);

beforeAll(async () => {
  // A roof of two triangles, 32 units high, as a scan in centimetres would be.
  const document = new Document();
  const buffer = document.createBuffer();
  const points = new Float32Array([-10, 0, -5, 10, 0, -5, 0, 32, 0, -10, 0, 5, 10, 0, 5, 0, 32, 0]);
  const position = document.createAccessor().setType('VEC3').setArray(points).setBuffer(buffer);
  const material = document.createMaterial('clay');
  const mesh = document.createMesh().addPrimitive(document.createPrimitive().setAttribute('POSITION', position).setMaterial(material)); // prettier-ignore
  document.createScene().addChild(document.createNode().setMesh(mesh));
  writeFileSync(path.join(folder, 'clay_bowl.glb'), await new NodeIO().writeBinary(document));
  await sharp({ create: { width: 128, height: 64, channels: 3, background: '#976' } }).jpeg().toFile(path.join(folder, 'hall.jpg')); // prettier-ignore
  await grotto('new', 'show', 'hall.jpg', '--languages', 'en,zh-Hans');
});

describe('grotto add relic', () => {
  it('makes a hall where there is none, with a way there and back, and finds nothing wrong afterwards', async () => {
    const { code, out, err } = await add('clay_bowl.glb', '--size', '0.32');
    expect([code, err.includes('made into steps')]).toEqual([0, true]);
    expect(out).toContain('"clay_bowl" is 0.2 × 0.32 × 0.1 m and stands in a new hall, "hall-2"');
    expect(modelOf('clay_bowl')).toMatchObject({ label: { en: 'clay bowl', 'zh-Hans': 'clay bowl' } });
    expect(highOf(modelOf('clay_bowl'))).toBeCloseTo(0.32, 4);
    expect(nodeOf('hall-2')).toMatchObject({
      links: [{ to: 'hall' }],
      hotspots: [{ kind: 'relic', model: 'clay_bowl' }],
    });
    expect(nodeOf('hall')?.links).toEqual([{ to: 'hall-2', target: { yaw: 180, pitch: -10 } }]);
    const checked = await grotto('check', 'show');
    expect(checked.code, checked.out).toBe(0);
  });

  it('puts the next one beside it, and asks where a size is odd', async () => {
    const { out } = await add('clay_bowl.glb');
    expect(out).toContain('"clay_bowl-2" is 20 × 32 × 10 m and stands (is that its true size? --size says');
    expect(out).toContain('in "hall-2"');
    expect(highOf(modelOf('clay_bowl-2'))).toBeCloseTo(32, 2);
    expect(nodeOf('hall-2')?.hotspots).toHaveLength(2);
  });

  it('marks it in a picture, or stands it in the place', async () => {
    await add('clay_bowl.glb', '--size', '0.32', '--to', 'hall', '--id', 'marked', '--look=-30,5');
    await add(
      'clay_bowl.glb',
      '--size',
      '0.32',
      '--to',
      'hall',
      '--id',
      'standing',
      '--stands=-1,0,-2.5',
      '--look=-22,-20',
    );
    expect(nodeOf('hall')?.hotspots).toMatchObject([
      { id: 'relic-marked', target: { yaw: -30, pitch: 5 } },
      { id: 'relic-standing', stands: { position: [-1, 0, -2.5] }, target: { yaw: -22, pitch: -20 } },
    ]);
    const checked = await grotto('check', 'show');
    expect(checked.code, checked.out).toBe(0);
  });

  it('says what is wrong before it makes anything', async () => {
    const before = readFileSync(path.join(folder, 'show/exhibition.json'), 'utf8');
    expect((await add('clay_bowl.glb', '--to', 'nowhere')).err).toContain('places are hall, hall-2');
    expect((await add('clay_bowl.glb', '--id', 'marked')).err).toContain('there is one already');
    expect((await add('clay_bowl.glb', '--size', 'large')).err).toContain('expected metres');
    expect((await add('clay_bowl.glb', '--look', '1,2')).err).toContain('in a hall --stands says where');
    expect((await add('clay_bowl.glb', '--stands=1,2')).err).toContain('expected 3 numbers');
    expect((await add('clay_bowl.glb', '--to', 'hall', '--stands=1,0,2')).err).toContain('write its "position"');
    expect((await add('missing.glb')).code).toBe(1);
    expect((await add()).code).toBe(2);
    expect((await grotto('add', 'statue', 'show', 'x.glb')).err).toContain('grotto add cave|relic|scroll');
    expect(readFileSync(path.join(folder, 'show/exhibition.json'), 'utf8')).toBe(before);
  });

  it.skipIf(!hasRealData)(titleOf('takes a model that others made and compressed'), async () => {
    const { code, out } = await add(path.join(REAL_DATA, 'derived/avocado-draco.glb'), '--size', '0.12');
    expect([code, out]).toEqual([0, expect.stringContaining('"avocado-draco" is 0.')]);
    expect(highOf(modelOf('avocado-draco'))).toBeCloseTo(0.12, 3);
  });
});
