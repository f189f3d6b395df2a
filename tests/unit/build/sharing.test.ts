import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { makePreview } from '#pipeline/build/previewPicture.ts';
import { describeOembed, readFraming, readSite, renderSharing } from '#pipeline/build/sharing.ts';
import { renderTitleCard } from '#pipeline/build/titleCard.ts';

const SITE = 'https://museum.example/caves/';
const CAVES = {
  label: { en: 'Caves & "walls"', fr: 'Grottes' },
  summary: { en: 'Walk through two caves.' },
  provider: { en: 'The museum' },
  homepage: 'https://museum.example/',
  defaultLanguage: 'en',
  languages: ['en', 'fr'],
  nodes: [{ id: 'first', asset: 'pano' }],
  assets: [{ id: 'pano', poster: { uri: 'p/poster.webp', width: 640, height: 400 } }],
  embed: { publicUrl: SITE, isOpen: true },
};
const tag = (html: string, name: string) => new RegExp(`"${name}" content="([^"]*)"`).exec(html)?.[1];

describe('what others show of a link', () => {
  it('is named in the head of the page, with full addresses where the site is known', () => {
    const html = renderTitleCard(
      '<html lang="en"><!--title-head--><!--/title-head--><!--title-card--><!--/title-card-->',
      CAVES,
    );
    expect(tag(html, 'og:title')).toBe('Caves &#38; &#34;walls&#34;');
    expect(tag(html, 'og:description')).toBe('Walk through two caves.');
    expect(tag(html, 'og:url')).toBe(SITE);
    expect(tag(html, 'og:image')).toBe(`${SITE}preview.jpg`);
    expect([tag(html, 'og:image:width'), tag(html, 'og:image:height')]).toEqual(['1200', '630']);
    expect(tag(html, 'twitter:card')).toBe('summary_large_image');
    expect(html).toContain(`type="application/json+oembed" href="${SITE}oembed.json"`);
  });

  it('has addresses beside the page where nobody has said where it is published', () => {
    const html = renderSharing({ ...CAVES, embed: {} });
    expect(tag(html, 'og:image')).toBe('preview.jpg');
    expect(tag(html, 'og:url')).toBeUndefined();
    expect(html).toContain('href="oembed.json"');
    expect(tag(renderSharing({ ...CAVES, embed: {} }, 'https://a.example/b'), 'og:image')).toBe(
      'https://a.example/b/preview.jpg',
    );
  });

  it('has no picture without a poster that can be trusted, and says nothing of what has no name', () => {
    expect(renderSharing({ ...CAVES, assets: [] })).not.toContain('og:image');
    expect(renderSharing({ ...CAVES, assets: [{ id: 'pano', poster: { uri: '../secret.png' } }] })).not.toContain(
      'og:image',
    );
    for (const nothing of [null, [], 'text', {}, { label: 7 }]) {
      expect(renderSharing(nothing)).toBe('');
      expect(describeOembed(nothing)).toBeNull();
    }
  });

  it('takes every text of the document as text', () => {
    const hostile = '"><script>alert(1)</script><!--/title-head-->';
    const html = renderSharing({
      ...CAVES,
      label: { en: hostile },
      summary: { en: hostile },
      provider: { en: hostile },
    });
    expect(html).not.toMatch(/<script|<!--/);
    const { html: frame } = describeOembed({ ...CAVES, label: { en: hostile } }) as { html: string };
    expect(frame).not.toMatch(/<script|title="">/);
  });
});

describe('the oEmbed answer', () => {
  it('is a frame with the visit, as oEmbed 1.0 wants it', () => {
    expect(describeOembed(CAVES)).toEqual({
      version: '1.0',
      type: 'rich',
      html: expect.stringContaining(
        `<iframe src="${SITE}" title="Caves &#38; &#34;walls&#34;" width="960" height="540"`,
      ),
      width: 960,
      height: 540,
      title: 'Caves & "walls"',
      provider_name: 'The museum',
      provider_url: 'https://museum.example/',
      thumbnail_url: `${SITE}preview.jpg`,
      thumbnail_width: 1200,
      thumbnail_height: 630,
    });
  });

  it('is a link where no other page may show it in a frame', () => {
    const answer = describeOembed({ ...CAVES, embed: { publicUrl: SITE } });
    expect(answer).toMatchObject({ type: 'link', title: 'Caves & "walls"' });
    expect(answer).not.toHaveProperty('html');
  });
});

describe('where an exhibition is published', () => {
  it.each([
    ['https://museum.example/caves', SITE],
    ['https://museum.example/caves/?x#y', SITE],
    ['https://museum.example/caves/index.html', 'https://museum.example/caves/index.html'],
    ['javascript:alert(1)', null],
    ['/caves/', null],
    ['https://who:secret@museum.example/', null],
    [7, null],
  ])('%j is %j', (publicUrl, site) => {
    expect(readSite({ embed: { publicUrl } })).toBe(site);
  });

  it('is what is told rather than what is written', () => {
    expect(readSite(CAVES, 'https://other.example')).toBe('https://other.example/');
    expect(readSite(null, '')).toBeNull();
  });
});

describe('who may show it in a frame', () => {
  it.each([
    [{ isOpen: true, allowedOrigins: ['https://a.example'] }, ['*']],
    [{ isOpen: 'yes', allowedOrigins: ['https://a.example', 7] }, ['https://a.example']],
    [{ allowedOrigins: ['*'] }, []],
    [{ allowedOrigins: 'https://a.example' }, []],
    [undefined, []],
  ])('%j: %j', (embed, framing) => {
    expect(readFraming({ embed })).toEqual(framing);
  });
});

describe('the picture of a link', () => {
  it('is a JPEG of 1,200 by 630, whatever the poster is', async () => {
    const poster = sharp({ create: { width: 320, height: 400, channels: 4, background: '#88442280' } });
    const { format, width, height } = await sharp(await makePreview(await poster.webp().toBuffer())).metadata();
    expect([format, width, height]).toEqual(['jpeg', 1200, 630]);
    await expect(makePreview(Buffer.from('no picture'))).rejects.toThrow();
  });
});
