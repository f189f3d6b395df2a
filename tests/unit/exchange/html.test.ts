/** HTML of strangers as plain text: what a label can say stays, the rest is told. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { looksLikeHtml, readHtml } from '#exchange/text/html.ts';
import { hasRealData, REAL_DATA, titleOf } from '../../fixtures/realData.ts';

describe('HTML as text', () => {
  it('keeps words, paragraphs, line ends, lists and characters', () => {
    const html =
      '<p>One &amp; <span>two</span><br>three</p>\n<ul><li>a</li><li>b &#233;&nbsp;&hellip;</li></ul><p>end</p>';
    expect(readHtml(html)).toEqual({ text: 'One & two\nthree\n\n• a\n• b é\u00a0…\n\nend', dropped: [] });
  });

  it('writes the addresses of links that may be followed behind their words, and tells the others', () => {
    const html = '<a href="https://a.example/x">here</a>, <a href="java&#115;cript:alert(1)">there</a>';
    const { text, dropped } = readHtml(html);
    expect(text).toBe('here (https://a.example/x), there');
    expect(dropped).toEqual(['the link to “javascript:alert(1)”, which no visitor may follow']);
  });

  it('tells pictures, emphasis, attributes, comments, and what is no text at all', () => {
    const html =
      '<p onclick="x()">a <b>b</b><img src="m.png" alt="map"><!-- c --><style>p{}</style><blink>d</blink></p>';
    const { text, dropped } = readHtml(html);
    expect(text).toBe('a bmapd');
    expect(dropped).toEqual([
      'the attribute onclick of <p>', 'the emphasis <b>', 'the picture “m.png”', 'a comment',
      '<style> and what it holds', '<blink>',
    ]); // prettier-ignore
  });

  it('takes what is no tag for the text it is, and ends with what never ends', () => {
    expect(readHtml('1 < 2 && 3 > 2').text).toBe('1 < 2 && 3 > 2');
    expect(readHtml('a<!-- b').text).toBe('a');
    expect(readHtml('a<script>b').text).toBe('a');
    expect(readHtml('a<p title="b').text).toBe('a<p title="b');
  });

  it('calls HTML what begins and ends with a tag, as IIIF has it', () => {
    expect(['<p>a</p>', ' <b>a</b>\n', 'a <b>b</b>', '<3', '<p>a'].map(looksLikeHtml)).toEqual([true, true, false, false, false]); // prettier-ignore
  });

  it('is done with a hundred thousand brackets, open tags and scripts in no long time', () => {
    for (const piece of ['<', '<a ', '<script>', '<p title="', '</', '<!--', '<a href="x'])
      expect(readHtml(piece.repeat(Math.ceil(100_000 / piece.length))).text.length).toBeLessThanOrEqual(100_010);
  });

  it.skipIf(!hasRealData)(titleOf('leaves no tag of the known attacks that a browser would act on'), () => {
    const vectors = JSON.parse(readFileSync(path.join(REAL_DATA, 'crafted/json/xss_vectors.json'), 'utf8')) as unknown;
    const texts =
      JSON.stringify(vectors)
        .match(/"(?:[^"\\]|\\.)*"/g)
        ?.map((text) => String(JSON.parse(text))) ?? [];
    expect(texts.length).toBeGreaterThan(50);
    for (const text of texts) expect(readHtml(text).text).not.toMatch(/<(script|img|svg|iframe|a|object)[\s>][^<]*>/i);
  });
});
