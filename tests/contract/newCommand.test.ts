/** From photographs to an exhibition by the command line, as a curator would on the first day. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { openExhibition } from '#document/open.ts';
import type { Exhibition } from '#document/schema.ts';
import type { CommandIo } from '#pipeline/command.ts';
import { runGrotto } from '#pipeline/main.ts';
import { toDegrees } from '#shared/angle.ts';
import { subtract, yawPitchOf } from '#shared/vec.ts';
import { hasRealData, REAL_DATA, titleOf } from '../fixtures/realData.ts';

vi.setConfig({ testTimeout: 60_000 });
const folder = mkdtempSync(path.join(tmpdir(), 'grotto-new-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function grotto(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const io: CommandIo = {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    cwd: folder,
    isTerminal: false,
  };
  return { code: await runGrotto(args, io), ...said };
}

interface Gps {
  readonly latitude: string;
  readonly longitude: string;
}

/** A small sphere of one colour; with GPS data where it is given, degrees, minutes and seconds as rationals. */
async function photograph(name: string, gps?: Gps): Promise<void> {
  let picture = sharp({ create: { width: 128, height: 64, channels: 3, background: '#976' } }).jpeg();
  if (gps)
    picture = picture.withExif({
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: gps.latitude, GPSLongitudeRef: 'E', GPSLongitude: gps.longitude },
    });
  await picture.toFile(path.join(folder, name));
}

function read(name: string): Exhibition {
  const { exhibition, faults, brokenNodes } = openExhibition(readFileSync(path.join(folder, name, 'exhibition.json')));
  if (!exhibition) throw new Error('no exhibition');
  expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(brokenNodes.size).toBe(0);
  return exhibition;
}

const linksOf = ({ nodes }: Exhibition): Record<string, string[]> =>
  Object.fromEntries(nodes.map(({ id, links = [] }) => [id, links.map(({ to }) => to).sort()]));

describe('grotto new', () => {
  it('makes an exhibition of one photograph that grotto check finds nothing wrong with', async () => {
    await photograph('North hall_2.jpg');
    const { code, out } = await grotto(
      'new',
      'one',
      'North hall_2.jpg',
      '--languages',
      'zh-Hans,en',
      '--title',
      'Caves',
    );
    expect(code).toBe(0);
    expect(out).toContain('1 place, 0 links');
    const exhibition = read('one');
    expect(exhibition.label).toEqual({ en: 'Caves', 'zh-Hans': 'Caves' });
    expect(exhibition.defaultLanguage).toBe('zh-Hans');
    expect(exhibition.nodes).toMatchObject([{ id: 'North-hall_2', label: { en: 'North hall 2' } }]);
    const checked = await grotto('check', 'one');
    expect(checked.code, checked.out).toBe(0);
  });

  it('leads from one to the next where nobody knows where they were taken, and says so', async () => {
    for (const name of ['a.jpg', 'b.jpg', 'c.jpg']) await photograph(name);
    const { out } = await grotto('new', 'row', 'a.jpg', 'b.jpg', 'c.jpg');
    expect(out).toContain('4 links stand ahead or behind');
    const exhibition = read('row');
    expect(linksOf(exhibition)).toEqual({ a: ['b'], b: ['a', 'c'], c: ['b'] });
    expect(exhibition.nodes[1]?.links).toContainEqual({ to: 'c', target: { yaw: 0, pitch: -10 } });
  });

  it('puts photographs with GPS data where they were taken, and joins neighbours', async () => {
    // Along a meridian, 0.36″ (11.12 m) apart, and one to the east of the last.
    const at = [30, 30.36, 30.72].map((seconds) => ({
      latitude: `40/1 2/1 ${seconds * 100}/100`,
      longitude: '94/1 48/1 0/1',
    }));
    for (const [i, gps] of at.entries()) await photograph(`gps${i}.jpg`, gps);
    await photograph('east.jpg', { latitude: '40/1 2/1 3072/100', longitude: '94/1 48/1 36/100' });
    const { out } = await grotto('new', 'site', 'gps0.jpg', 'gps1.jpg', 'gps2.jpg', 'east.jpg');
    expect(out).toContain('4 places, 6 links');
    expect(out).not.toContain('ahead or behind');
    const exhibition = read('site');
    expect(linksOf(exhibition)).toEqual({
      gps0: ['gps1'],
      gps1: ['gps0', 'gps2'],
      gps2: ['east', 'gps1'],
      east: ['gps2'],
    });
    const positions = exhibition.nodes.map(({ position }) => position);
    expect(positions[0]).toEqual([0, 0, 0]);
    expect(positions[2]?.[2]).toBeCloseTo(-22.24, 1);
    // A degree of longitude is shorter by the cosine of the latitude.
    expect(positions[3]?.[0]).toBeCloseTo(11.12 * Math.cos((40.0419 * Math.PI) / 180), 1);
  });

  it.skipIf(!hasRealData)(titleOf('finds the directions of links that are known of a measured cave'), async () => {
    const source = path.join(REAL_DATA, 'derived/tour-cave');
    interface Known {
      readonly id: string;
      readonly position: [number, number, number];
      readonly links: readonly { readonly to: string; readonly yaw: number; readonly pitch: number }[];
    }
    const { nodes: known } = JSON.parse(readFileSync(path.join(source, 'tour.json'), 'utf8')) as { nodes: Known[] };
    const pictures: string[] = [];
    for (const { id } of known) {
      await sharp(path.join(source, id, 'rgb.jpg'))
        .resize(256, 128)
        .toFile(path.join(folder, `${id}.jpg`));
      pictures.push(`${id}.jpg`);
    }
    writeFileSync(
      path.join(folder, 'positions.json'),
      JSON.stringify(Object.fromEntries(known.map(({ id, position }) => [id, position]))),
    );
    await grotto('new', 'cave', ...pictures, '--positions', 'positions.json');
    const { nodes } = read('cave');
    let compared = 0;
    for (const node of nodes) {
      for (const { to } of node.links ?? []) {
        const there = nodes.find(({ id }) => id === to);
        if (!node.position || !there?.position) throw new Error(`${to} is nowhere`);
        const { yaw, pitch } = yawPitchOf(subtract(there.position, node.position));
        const link = known.find(({ id }) => id === node.id)?.links.find((one) => one.to === to);
        expect(Math.cos(yaw - ((link?.yaw ?? NaN) * Math.PI) / 180)).toBeCloseTo(1, 5);
        expect(toDegrees(pitch)).toBeCloseTo(link?.pitch ?? NaN, 2);
        compared++;
      }
    }
    // n1 and n2 lie on either side of n0.
    expect(compared).toBe(4);
  });

  it('leaves an exhibition that is there alone, and says what is missing', async () => {
    const before = readFileSync(path.join(folder, 'row/exhibition.json'), 'utf8');
    const again = await grotto('new', 'row', 'a.jpg');
    expect(again).toMatchObject({
      code: 1,
      err: 'grotto new: row is an exhibition already; grotto add cave puts pictures into it\n',
    });
    expect(readFileSync(path.join(folder, 'row/exhibition.json'), 'utf8')).toBe(before);
    expect(await grotto('new', 'nothing', 'missing.jpg')).toMatchObject({ code: 1 });
    expect(existsSync(path.join(folder, 'nothing/exhibition.json'))).toBe(false);
    expect((await grotto('new')).code).toBe(2);
    expect((await grotto('new', 'x', 'a.jpg', '--languages', 'english!')).err).toContain('tags such as');
    writeFileSync(path.join(folder, 'wrong.json'), '{"a":[1,2]}');
    expect((await grotto('new', 'x', 'a.jpg', '--positions', 'wrong.json')).err).toContain('wrong.json: a: expected');
  });
});

describe('grotto add cave', () => {
  it('puts photographs beside what is there, joined to it, and changes nothing else', async () => {
    const before = read('site');
    // Between the second and the third, and a little to the west.
    await photograph('gps0.jpg', { latitude: '40/1 2/1 3090/100', longitude: '94/1 48/1 0/1' });
    const { code, out } = await grotto('add', 'cave', 'site', 'gps0.jpg');
    expect([code, out.includes('5 places')]).toEqual([0, true]);
    const after = read('site');
    const added = after.nodes.find(({ id }) => id === 'gps0-2');
    expect(added?.position?.[2]).toBeCloseTo(-27.8, 1);
    expect(linksOf(after)['gps2']).toContain('gps0-2');
    expect(linksOf(after)['gps0-2']).toEqual(['gps2']);
    expect(after.nodes[0]).toEqual(before.nodes[0]);
    expect(after.assets.slice(0, 4)).toEqual(before.assets);
  });

  it('says where there is no exhibition, and what it can add', async () => {
    expect((await grotto('add', 'cave', 'nowhere', 'a.jpg')).err).toContain('cannot be read');
    expect((await grotto('add', 'relic', 'site')).code).toBe(2);
  });
});
