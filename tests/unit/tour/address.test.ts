import { describe, expect, it } from 'vitest';
import { toDegrees, toRadians, wrapAngle } from '#shared/angle.ts';
import { readAddress, writeAddress } from '#tour/address.ts';
import { makeHall } from '../../fixtures/hall.ts';
import { exhibition } from './exhibition.ts';

const known = { exhibition, brokenNodes: new Map() };
const settledView = { yaw: toRadians(12.34), pitch: toRadians(-3.1), fov: toRadians(60) };

describe('writing an address', () => {
  it('is short and readable', () => {
    expect(writeAddress({ nodeId: 'hall', settledView, panel: { kind: 'places' }, language: 'zh-Hans' })).toBe(
      'at=hall&view=12.34,-3.1,60&panel=places&lang=zh-Hans',
    );
  });

  it('names an open hotspot', () => {
    const panel = { kind: 'hotspot', hotspotId: 'donors' } as const;
    expect(writeAddress({ nodeId: 'hall', settledView, panel, language: 'en' })).toContain('&show=donors&');
  });

  it('never writes minus zero or an exponent', () => {
    const tiny = { yaw: -1e-9, pitch: 1e-12, fov: 1 };
    expect(writeAddress({ nodeId: 'hall', settledView: tiny, panel: null, language: 'en' })).toContain(
      'view=0,0,57.296',
    );
  });
});

describe('reading an address', () => {
  it('comes back to within five thousandths of a degree from any view', () => {
    for (let step = 0; step < 2_000; step++) {
      const view = {
        yaw: toRadians(((step * 137.507) % 360) - 180),
        pitch: toRadians(((step * 71.309) % 180) - 90),
        fov: toRadians(1 + ((step * 31.77) % 119)),
      };
      const written = writeAddress({ nodeId: 'niche', settledView: view, panel: null, language: 'en' });
      const { address, faults } = readAddress(`#${written}`, known);
      expect(faults).toEqual([]);
      expect(address.nodeId).toBe('niche');
      const back = address.view ?? { yaw: NaN, pitch: NaN, fov: NaN };
      expect(Math.abs(toDegrees(wrapAngle(back.yaw - view.yaw)))).toBeLessThan(0.005);
      expect(Math.abs(toDegrees(back.pitch - view.pitch))).toBeLessThan(0.005);
      expect(Math.abs(toDegrees(back.fov - view.fov))).toBeLessThan(0.005);
    }
  });

  it('restores panels, hotspots and language', () => {
    expect(readAddress('at=hall&show=donors&lang=zh-CN', known).address).toEqual({
      nodeId: 'hall',
      view: null,
      stand: null,
      flat: null,
      panel: { kind: 'hotspot', hotspotId: 'donors' },
      relicId: null,
      language: 'zh-Hans',
      comparison: null,
      isOnlyFound: false,
      wall: null,
      light: null,
      guide: null,
    });
    expect(readAddress('#panel=plan', known).address.panel).toEqual({ kind: 'plan' });
  });

  it('finds a hotspot of the start node where no place is named', () => {
    expect(readAddress('show=donors', known).address.panel).toEqual({ kind: 'hotspot', hotspotId: 'donors' });
  });

  it('is empty without faults for an empty address', () => {
    const empty = {
      nodeId: null,
      view: null,
      stand: null,
      flat: null,
      panel: null,
      relicId: null,
      language: null,
      comparison: null,
      isOnlyFound: false,
      wall: null,
      light: null,
      guide: null,
    };
    for (const hash of ['', '#', '#&']) expect(readAddress(hash, known)).toEqual({ address: empty, faults: [] });
  });

  it('leaves out an unknown place together with its view and hotspot, and suggests the nearest', () => {
    const { address, faults } = readAddress('#at=nichee&view=1,2,60&show=donors&panel=about', known);
    expect(address).toEqual({
      nodeId: null,
      view: null,
      stand: null,
      flat: null,
      panel: { kind: 'about' },
      relicId: null,
      language: null,
      comparison: null,
      isOnlyFound: false,
      wall: null,
      light: null,
      guide: null,
    });
    expect(faults).toHaveLength(1);
    expect(faults[0]?.message).toContain('did you mean "niche"?');
  });

  it.each([
    ['#at=https://evil.example/exhibition.json', 'address-unknown-node'],
    ['#at=<img src=x onerror=alert(1)>', 'address-unknown-node'],
    ['#at=%E0%A4%A', 'address-unknown-node'],
    ['#at=__proto__', 'address-unknown-node'],
    ['#at=constructor', 'address-unknown-node'],
    ['#view=1e999,0,60', 'address-bad-view'],
    ['#view=NaN,0,60', 'address-bad-view'],
    ['#view=361,0,60', 'address-bad-view'],
    ['#view=0,91,60', 'address-bad-view'],
    ['#view=0,0,0', 'address-bad-view'],
    ['#view=0,0,121', 'address-bad-view'],
    ['#view=0,0', 'address-bad-view'],
    ['#view=0,0,60,1', 'address-bad-view'],
    ['#view=', 'address-bad-view'],
    ['#show=../../etc', 'address-unknown-hotspot'],
    ['#panel=hotspot', 'address-unknown-panel'],
    ['#lang=tlh', 'address-unknown-language'],
    [`#lang=${'x'.repeat(500)}`, 'address-unknown-language'],
    ['#config=//evil.example', 'address-unknown-key'],
    ['#__proto__=1', 'address-unknown-key'],
    [`#at=${'a'.repeat(5_000)}`, 'address-too-long'],
    ['#at=hall&at=niche', 'address-repeated'],
  ])('ignores %s and says so', (hash, code) => {
    const { address, faults } = readAddress(hash, known);
    expect(faults.map((fault) => fault.code)).toEqual([code]);
    expect(address).toEqual({
      nodeId: code === 'address-repeated' ? 'hall' : null,
      view: null,
      stand: null,
      flat: null,
      panel: null,
      relicId: null,
      language: null,
      comparison: null,
      isOnlyFound: false,
      wall: null,
      light: null,
      guide: null,
    });
  });
});

describe('where one stands in a hall', () => {
  const hall = makeHall({ sizes: [null] });
  const here = { exhibition: hall, brokenNodes: new Map() };

  it('comes back to the millimetre', () => {
    const stand = { x: -3.14159, z: 12.0004 };
    const written = writeAddress({ nodeId: 'hall', settledView, stand, panel: null, language: 'en' });
    expect(written).toContain('&stand=-3.142,12&');
    expect(readAddress(written, here)).toMatchObject({ address: { stand: { x: -3.142, z: 12 } }, faults: [] });
  });

  it.each([
    ['at=hall&stand=1', 'address-bad-stand'],
    ['at=hall&stand=1,2,3', 'address-bad-stand'],
    ['at=hall&stand=1e3,0', 'address-bad-stand'],
    ['at=hall&stand=0,1001', 'address-bad-stand'],
    ['at=hall&stand=NaN,0', 'address-bad-stand'],
    ['at=yard&stand=1,2', 'address-no-hall'],
    ['stand=1,2', 'address-no-hall'],
  ])('is left out where %s cannot be used, and that is said', (hash, code) => {
    const { address, faults } = readAddress(hash, here);
    expect(address.stand).toBeNull();
    expect(faults.map((fault) => fault.code)).toEqual([code]);
  });
});
