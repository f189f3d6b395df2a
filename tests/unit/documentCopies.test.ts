import { describe, expect, it } from 'vitest';
import { allowsCopies } from '#document/rights/allowsCopies.ts';
import licences from '#document/rights/licences.json' with { type: 'json' };
import statements from '#document/rights/statements.json' with { type: 'json' };

const CC = 'https://creativecommons.org';
const uriOfLicence = (code: string) =>
  code === 'zero' || code === 'mark' ? `${CC}/publicdomain/${code}/1.0/` : `${CC}/licenses/${code}/4.0/`;
const uriOfStatement = (code: string) => `http://rightsstatements.org/vocab/${code}/1.0/`;

describe('handing out a file', () => {
  it.each(Object.keys(licences))('is allowed under Creative Commons %s', (code) => {
    expect(allowsCopies(uriOfLicence(code))).toEqual({
      asIs: true,
      changed: !code.includes('nd'),
      isNonCommercial: code.includes('nc'),
      needsStatement: code !== 'zero' && code !== 'mark',
    });
  });

  it.each(Object.keys(statements))('under the statement %s is allowed only where there is no copyright', (code) => {
    const isFree = code.startsWith('NoC');
    expect(allowsCopies(uriOfStatement(code))).toEqual({
      asIs: isFree,
      changed: isFree,
      isNonCommercial: code === 'NoC-NC',
      needsStatement: isFree,
    });
  });

  it('is the same however the rights are written', () => {
    for (const uri of [
      'http://creativecommons.org/licenses/BY-ND/3.0/us/',
      'https://www.creativecommons.org/licenses/by-nd/4.0/deed.de',
    ]) {
      expect(allowsCopies(uri)).toMatchObject({ asIs: true, changed: false, needsStatement: true });
    }
    expect(allowsCopies('https://rightsstatements.org/page/noc-us/1.0/?language=en').asIs).toBe(true);
  });

  it.each([
    undefined,
    '',
    'all rights reserved',
    'https://museum.example/terms',
    'http://creativecommons.org.evil.example/licenses/by/4.0/',
    'http://creativecommons.org/licenses/constructor/4.0/',
    'http://rightsstatements.org/vocab/__proto__/1.0/',
  ])('is not allowed where the rights are unknown: %s', (uri) => {
    expect(allowsCopies(uri)).toMatchObject({ asIs: false, changed: false });
  });
});
