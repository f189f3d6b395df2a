import { describe, expect, it } from 'vitest';
import { findPosterUri, renderTitleCard } from '#pipeline/build/titleCard.ts';

const PAGE =
  '<html lang="en"><head><!--title-head--><title>Grotto</title><!--/title-head--></head>' +
  '<body><!--title-card--><!--/title-card--></body></html>';

const render = (exhibition: unknown): string => renderTitleCard(PAGE, exhibition);

const CAVES = {
  label: { 'zh-Hans': '石窟', en: 'Caves' },
  summary: { en: 'Walk through two caves.' },
  provider: { en: 'The museum' },
  rights: 'http://creativecommons.org/licenses/by/4.0/',
  defaultLanguage: 'en',
  languages: ['en', 'zh-Hans'],
  start: 'second',
  nodes: [
    { id: 'first', asset: 'pano-1' },
    { id: 'second', asset: 'pano-2' },
  ],
  assets: [
    { id: 'pano-1', poster: { uri: 'a.webp', width: 1, height: 1 } },
    {
      id: 'pano-2',
      digitalSourceType: 'trainedAlgorithmicMedia',
      poster: { uri: 'p/b.webp', width: 960, height: 540 },
    },
  ],
};

describe('the title card in the page', () => {
  it('holds title, summary, rights and the picture of the place where the visit begins', () => {
    const html = render(CAVES);
    expect(html).toContain('<title>Caves</title><meta name="description" content="Walk through two caves." />');
    expect(html).toContain('<h1 class="title-card__title" lang="en">Caves</h1>');
    expect(html).toContain('<p class="title-card__summary" lang="en">Walk through two caves.</p>');
    expect(html).toContain('>CC BY 4.0</a>');
    expect(html).toContain('<span lang="en">The museum</span>');
    expect(html).toContain('<img class="title-card__poster" src="p/b.webp" alt="" width="960" height="540" />');
  });

  it('bears both titles where the exhibition has two languages', () => {
    expect(render(CAVES)).toContain('<p class="title-card__title" lang="zh-Hans">石窟</p>');
    expect(render({ ...CAVES, languages: ['en', 'zh-Hans', 'fr'] })).not.toContain('石窟');
  });

  it('is laid out from the right in a language that is read so, and no longer when it is written again', () => {
    const html = render({ ...CAVES, defaultLanguage: 'ar', label: { ar: 'الكهوف' } });
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(renderTitleCard(html, CAVES)).toContain('<html lang="en">');
  });

  it('speaks the language of the exhibition', () => {
    const html = render({ ...CAVES, defaultLanguage: 'zh-Hans' });
    expect(html).toContain('<html lang="zh-Hans">');
    expect(html).toContain('<h1 class="title-card__title" lang="zh-Hans">石窟</h1>');
    expect(html).toContain('<p class="title-card__title" lang="en">Caves</p>');
    expect(html).toContain('<p class="title-card__summary" lang="en">Walk through two caves.</p>');
  });

  it('can be written over a page that has one already', () => {
    expect(renderTitleCard(render({ ...CAVES, label: { en: 'Old' } }), CAVES)).toBe(renderTitleCard(PAGE, CAVES));
  });

  it.each([
    null,
    [],
    'text',
    7,
    {},
    { label: 'no map' },
    { label: { en: 5 } },
    { nodes: {}, assets: [null], languages: 1 },
  ])('stays empty and hidden for %j', (document) => {
    expect(render(document)).toContain('<section id="title-card" hidden></section>');
    expect(render(document)).toContain('<title>Grotto</title>');
  });

  it('takes every text of the document as text', () => {
    const evil = '</title></section><!--/title-card--><script>alert(1)</script>"\' onload="x" $& $1';
    const map = { en: evil };
    const html = render({
      ...CAVES,
      label: map,
      summary: map,
      provider: map,
      requiredStatement: { value: map },
      rights: evil,
    });
    expect(html).not.toContain('<script');
    expect(html).not.toContain('onload="x"');
    expect(html.match(/<!--\/title-card-->/g)).toHaveLength(1);
    expect(html).toContain('$&#38; $1');
  });

  it('takes no language for more than a language', () => {
    const html = render({ ...CAVES, defaultLanguage: '"><script>', languages: ['"><script>'] });
    expect(html).not.toContain('<script');
    expect(html).toContain('<html lang="en">');
  });

  it.each([
    'javascript:alert(1)',
    'https://other.example/a.webp',
    '//other.example/a.webp',
    '/a.webp',
    '../a.webp',
    'data:,',
    7,
  ])('shows no picture from %s', (uri) => {
    const assets = [{ id: 'pano-2', poster: { uri, width: 1, height: 1 } }];
    expect(findPosterUri({ ...CAVES, assets })).toBeNull();
    expect(render({ ...CAVES, assets })).not.toContain('<img');
  });

  it('links to rights only where a browser may go', () => {
    expect(render({ ...CAVES, rights: 'javascript:alert(1)' })).not.toContain('<a ');
    expect(render(CAVES)).toContain('rel="noopener noreferrer license"');
  });
});
