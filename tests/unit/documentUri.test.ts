import { describe, expect, it } from 'vitest';
import { assetPath, findAssetUriFault, resolveAssetUri, safeLinkUrl } from '#document/uri.ts';

const BASE = 'https://museum.example/shows/one/exhibition.json';

describe('the gate of asset addresses', () => {
  it('lets a file of the folder through, whatever its name', () => {
    expect(resolveAssetUri('pictures/wall.webp', BASE)).toBe('https://museum.example/shows/one/pictures/wall.webp');
    expect(resolveAssetUri('./a.png', BASE)).toBe('https://museum.example/shows/one/a.png');
    expect(resolveAssetUri('图 片/窟 45.jpg', BASE)).toBe(
      'https://museum.example/shows/one/%E5%9B%BE%20%E7%89%87/%E7%AA%9F%2045.jpg',
    );
    expect(resolveAssetUri('a%23b.png', BASE)).toBe('https://museum.example/shows/one/a%23b.png');
    expect(resolveAssetUri('a..b/c...png', BASE)).toBe('https://museum.example/shows/one/a..b/c...png');
    expect(findAssetUriFault('p/{z}/{f}/{y}_{x}.webp')).toBeNull();
  });

  it.each([
    ['', 'is empty'],
    ['//evil.example/a.png', 'begins with a slash'],
    ['/etc/passwd', 'begins with a slash'],
    ['https:evil.example', 'names a protocol'],
    ['JavaScript:alert(1)', 'names a protocol'],
    ['data:image/png;base64,AA', 'names a protocol'],
    ['C:/windows', 'names a protocol'],
    ['..', 'climbs out'],
    ['a/../../b', 'climbs out'],
    ['%2e%2e/b', 'climbs out'],
    ['.%2E/b', 'climbs out'],
    ['a\\b', 'backslash'],
    ['a%5c..%5cb', 'escaped slash or backslash'],
    ['a%2fb', 'escaped slash or backslash'],
    ['a\u0000b', 'control character'],
    ['a%00b', 'escaped control character'],
    ['java\tscript:x', 'control character'],
    [' a.png', 'space'],
    ['a.png?x=1', 'holds ? or #'],
    ['a.png#x', 'holds ? or #'],
    ['100%.png', 'without two hexadecimal digits'],
    ['a%ffb', 'no UTF-8'],
    ['folder/', 'names a folder'],
    ['a//b', 'empty folder name'],
    ['.', 'names a folder'],
  ])('refuses %j and says why', (uri, reason) => {
    expect(findAssetUriFault(uri)).toContain(reason);
    expect(resolveAssetUri(uri, BASE)).toBeNull();
    expect(assetPath(uri)).toBeNull();
  });

  it('names the file that the browser will ask for', () => {
    expect(assetPath('./a/%E7%AA%9F%2045.jpg')).toBe('a/窟 45.jpg');
    expect(assetPath('a%23b%3F.png')).toBe('a#b?.png');
    // Escaped once more, a dot is only a name.
    expect(assetPath('%252e%252e/b')).toBe('%2e%2e/b');
  });
});

describe('links', () => {
  it('may lead to http, https and a mailbox', () => {
    expect(safeLinkUrl('https://museum.example')).toBe('https://museum.example/');
    expect(safeLinkUrl('HTTP://museum.example/a?b#c')).toBe('http://museum.example/a?b#c');
    expect(safeLinkUrl('mailto:desk@museum.example')).toBe('mailto:desk@museum.example');
  });

  it.each([
    'javascript:alert(1)', ' https://a.example', 'java\nscript:x', 'https:evil.example', '//evil.example', 'data:text/html,x',
    'http://user:pass@evil.example/', 'https://evil.example\\@good.example/', 'mailto:a@b?attach=/etc/passwd', 'file:///etc/passwd',
    'ftp://x', 'tel:+1', 'about:blank', 'blob:https://a/1', '', 'page.html', 'http://', 'https:///x',
  ])('never lead to %j', (url) => {
    expect(safeLinkUrl(url)).toBeNull();
  }); // prettier-ignore
});
