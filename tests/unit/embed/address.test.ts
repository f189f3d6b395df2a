import { describe, expect, it } from 'vitest';
import { frameUrl, pageUrl, posterUrl, readExhibitionUrl } from '#embed/address.ts';

const PAGE = 'https://blog.example/2026/visit.html';
const frame = (src: string | null, at?: string | null, language?: string | null) =>
  frameUrl({ src, at: at ?? null, language: language ?? null }, PAGE)?.href;

describe('the address of the frame', () => {
  it('is the exhibition, told that its title has been shown', () => {
    expect(frame('https://museum.example/caves/')).toBe('https://museum.example/caves/?embed=');
    expect(frame('../caves/')).toBe('https://blog.example/caves/?embed=');
  });

  it('is a folder, with or without its last slash, or a page', () => {
    expect(frame('https://museum.example/caves')).toBe('https://museum.example/caves/?embed=');
    expect(frame('https://museum.example/caves/index.html')).toBe('https://museum.example/caves/index.html?embed=');
  });

  it('leads to a place by its id, or by what the address bar has', () => {
    expect(frame('https://m.example/', 'hall & niche')).toBe('https://m.example/?embed=#at=hall%20%26%20niche');
    expect(frame('https://m.example/', 'at=hall&view=30,0,60')).toBe('https://m.example/?embed=#at=hall&view=30,0,60');
    expect(frame('https://m.example/#at=hall')).toBe('https://m.example/?embed=#at=hall');
  });

  it('keeps what the address asks for, and speaks the language of the element', () => {
    expect(frame('https://m.example/?profile=kiosk', 'hall', 'fr')).toBe(
      'https://m.example/?profile=kiosk&embed=#at=hall&lang=fr',
    );
    expect(frame('https://m.example/', 'at=hall&lang=en', 'zh-Hans')).toBe(
      'https://m.example/?embed=#at=hall&lang=zh-Hans',
    );
    expect(frame('https://m.example/', null, 'x&at=y')).toBe('https://m.example/?embed=#lang=x%26at%3Dy');
  });

  it.each([
    null,
    '',
    '  ',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://m.example/1',
    'file:///etc/passwd',
    'https://',
    'https://who:secret@m.example/',
    'vbscript:x',
  ])('is none for %j', (src) => {
    expect(frame(src)).toBeUndefined();
    expect(readExhibitionUrl(src, PAGE)).toBeNull();
    expect(pageUrl({ src }, PAGE)).toBeNull();
    expect(posterUrl(src, null, PAGE)).toBeNull();
  });
});

describe('the other addresses of the card', () => {
  it('are the exhibition on its own page, at the same place', () => {
    expect(pageUrl({ src: 'https://m.example/', at: 'hall' }, PAGE)?.href).toBe('https://m.example/#at=hall');
  });

  it('are the preview beside the page, or the poster that is named', () => {
    expect(posterUrl('https://m.example/caves', null, PAGE)?.href).toBe('https://m.example/caves/preview.jpg');
    expect(posterUrl('https://m.example/a/index.html?x#y', null, PAGE)?.href).toBe('https://m.example/a/preview.jpg');
    expect(posterUrl('https://m.example/', 'wall.jpg', PAGE)?.href).toBe('https://blog.example/2026/wall.jpg');
    expect(posterUrl('https://m.example/', 'javascript:alert(1)', PAGE)).toBeNull();
    expect(posterUrl('https://m.example/', '', PAGE)).toBeNull();
  });
});
