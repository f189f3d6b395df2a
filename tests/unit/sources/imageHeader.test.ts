import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readImageHeader } from '#sources/http/imageHeader.ts';

const REALDATA = path.resolve(import.meta.dirname, '../../../../shared/realdata');
const hasRealdata = existsSync(REALDATA);

describe('the header of a picture', () => {
  it.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('tells the size of a %s', async (type) => {
    const bytes = await sharp({ create: { width: 321, height: 123, channels: 3, background: '#804020' } })
      .toFormat(type)
      .toBuffer();
    expect(readImageHeader(bytes)).toEqual({ type, widthPx: 321, heightPx: 123 });
  });

  it('tells the size of lossless and extended WebP', async () => {
    const picture = sharp({
      create: { width: 40, height: 30, channels: 4, background: { r: 1, g: 2, b: 3, alpha: 0.5 } },
    });
    expect(readImageHeader(await picture.clone().webp({ lossless: true }).toBuffer())).toMatchObject({
      widthPx: 40,
      heightPx: 30,
    });
    expect(readImageHeader(await picture.clone().webp().toBuffer())).toMatchObject({ widthPx: 40, heightPx: 30 });
  });

  it('is null for what is no picture, and for every picture cut short before its size', async () => {
    expect(readImageHeader(new Uint8Array())).toBeNull();
    expect(readImageHeader(new TextEncoder().encode('<!doctype html><title>Not found</title>'))).toBeNull();
    const bytes = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#000' } })
      .png()
      .toBuffer();
    for (let length = 0; length < 24; length++) expect(readImageHeader(bytes.subarray(0, length))).toBeNull();
  });

  it('never throws on random bytes behind a good signature', () => {
    let state = 42;
    const next = (): number => (state = (state * 48_271) % 2_147_483_647) & 255;
    const signatures = [
      '\x89PNG\r\n\x1a\n',
      '\xff\xd8\xff',
      'RIFF0000WEBPVP8X',
      'RIFF0000WEBPVP8L',
      'GIF89a',
      '\0\0\0\x20ftypavif',
    ];
    for (const signature of signatures) {
      for (let round = 0; round < 200; round++) {
        const bytes = Uint8Array.from({ length: round }, (_, i) =>
          i < signature.length ? signature.charCodeAt(i) : next(),
        );
        expect(() => readImageHeader(bytes)).not.toThrow();
      }
    }
  });

  it.skipIf(!hasRealdata)('sees through pictures that claim more than they are (needs ../shared/realdata)', () => {
    const read = (name: string) => readImageHeader(readFileSync(path.join(REALDATA, 'crafted/images', name)));
    expect(read('jpeg_header_65500.jpg')).toMatchObject({ widthPx: 65_500, heightPx: 65_500 });
    expect(read('png_bomb_20000x20000_1bit.png')).toMatchObject({ widthPx: 20_000, heightPx: 20_000 });
    expect(read('png_zero_size.png')).toMatchObject({ widthPx: 0, heightPx: 0 });
    expect(read('gif_65535.gif')).toMatchObject({ widthPx: 65_535 });
    for (const name of ['empty.jpg', 'not_an_image.jpg', 'exr_huge_window.exr', 'hdr_no_data.hdr', 'ktx2_huge.ktx2']) {
      expect(read(name)).toBeNull();
    }
  });
});
