import { describe, expect, it } from 'vitest';
import { readGPano } from '#pipeline/tile/input/gpano.ts';
import { placePicture } from '#pipeline/tile/input/place.ts';

const NS = 'xmlns:GPano="http://ns.google.com/photos/1.0/panorama/"';
const whole = { fullWidth: 2048, fullHeight: 1024, cropWidth: 1300, cropHeight: 600, cropLeft: 300, cropTop: 200 };

describe('readGPano', () => {
  it('reads attributes', () => {
    const packet = `<rdf:Description ${NS} GPano:ProjectionType="equirectangular" GPano:FullPanoWidthPixels='4542'/>`;
    expect(readGPano(packet)).toEqual({ projection: 'equirectangular', fullWidth: 4542 });
  });

  it('reads elements, and whatever prefix the packet gives the namespace', () => {
    const packet = `<rdf:Description ${NS.replace('GPano', 'pano')}><pano:PoseHeadingDegrees>123.5</pano:PoseHeadingDegrees></rdf:Description>`;
    expect(readGPano(packet)).toEqual({ poseHeading: 123.5 });
  });

  it('answers null for a packet without GPano, and does not stumble over a broken one', () => {
    expect(readGPano('<x:xmpmeta/>')).toBeNull();
    expect(readGPano(`${NS} GPano:FullPanoWidthPixels="`)).toBeNull();
    expect(readGPano(`<d ${NS} GPano:FullPanoWidthPixels="much"/>`)).toEqual({ fullWidth: NaN });
  });
});

describe('placePicture', () => {
  it('takes a 2:1 picture as the whole sphere', () => {
    const placed = placePicture('a.jpg', 2048, 1024, null);
    expect(placed).toEqual({ placement: { fullWidth: 2048, fullHeight: 1024, left: 0, top: 0 }, warnings: [] });
  });

  it('places a crop where GPano says', () => {
    const { placement, coverage, warnings } = placePicture('a.jpg', 1300, 600, whole);
    expect(placement).toEqual({ fullWidth: 2048, fullHeight: 1024, left: 300, top: 200 });
    expect(coverage).toEqual({ yawMin: -127.265625, yawMax: 101.25, pitchMin: -50.625, pitchMax: 54.84375 });
    expect(warnings).toEqual([]);
  });

  it('scales GPano that is stale after a resize, and says so', () => {
    const { placement, warnings } = placePicture('a.jpg', 650, 300, whole);
    expect(placement).toEqual({ fullWidth: 1024, fullHeight: 512, left: 150, top: 100 });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('1300×600');
  });

  it.each([
    ['zero sizes', { ...whole, fullWidth: 0, fullHeight: 0 }],
    ['huge sizes', { ...whole, fullWidth: 2e9, fullHeight: 1e9 }],
    ['a crop that begins before the sphere', { ...whole, cropLeft: -5 }],
    ['a crop that reaches beyond the sphere', { ...whole, cropLeft: 1000 }],
    ['another aspect than the picture', { ...whole, cropHeight: 900, cropTop: 0 }],
    ['numbers that are none', { ...whole, fullWidth: NaN }],
    ['only half of the sizes', { fullWidth: 2048 }],
  ])('ignores GPano with %s, and says so', (_, gpano) => {
    const { placement, warnings } = placePicture('a.jpg', 512, 256, gpano);
    expect(placement).toEqual({ fullWidth: 512, fullHeight: 256, left: 0, top: 0 });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^a\.jpg: GPano ignored/);
  });

  it('refuses another projection by its name', () => {
    expect(() => placePicture('a.jpg', 512, 256, { projection: 'cylindrical' })).toThrow(/a\.jpg.*cylindrical/);
  });

  it('refuses a picture that is not 2:1 and says nothing about its place', () => {
    expect(() => placePicture('a.png', 20_000, 20_000, null)).toThrow(/20000×20000 is not 2:1.*no GPano data/);
  });

  it('believes the caller’s coverage before GPano', () => {
    const told = { yawMin: -90, yawMax: 90, pitchMin: -90, pitchMax: 90 };
    const { placement, coverage } = placePicture('a.png', 1000, 1000, whole, told);
    expect(placement).toEqual({ fullWidth: 2000, fullHeight: 1000, left: 500, top: 0 });
    expect(coverage).toEqual(told);
  });
});
