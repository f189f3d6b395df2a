import { describe, expect, it } from 'vitest';
import { trustOwnScripts } from '#app/trustOwnScripts.ts';

type Rule = (url: string) => string;

function ruleAt(href: string): Rule {
  let rule: Rule | null = null;
  const trustedTypes = {
    createPolicy(name: string, rules: { createScriptURL: Rule }) {
      expect(name).toBe('default');
      expect(Object.keys(rules)).toEqual(['createScriptURL']);
      rule = rules.createScriptURL;
    },
  };
  trustOwnScripts({ trustedTypes, location: new URL(href) as unknown as Location });
  return rule ?? expect.unreachable('no policy');
}

describe('scripts of the page', () => {
  const rule = ruleAt('https://museum.example/tour/#at=hall');

  it.each(['app/worker.js', '/tour/app/worker.js', 'https://museum.example/sw.js', '../sw.js'])('may be %s', (url) => {
    expect(rule(url)).toBe(url);
  });

  it.each([
    'https://other.example/worker.js',
    '//other.example/worker.js',
    'http://museum.example/worker.js',
    'https://museum.example:8443/worker.js',
    'https://museum.example@other.example/worker.js',
    'data:text/javascript,alert(1)',
    'javascript:alert(1)',
    'blob:null/1234',
    'http://',
  ])('may not be %s', (url) => {
    expect(() => rule(url)).toThrow(TypeError);
  });

  it('are left to the policy of the server where the browser knows no Trusted Types', () => {
    expect(() => trustOwnScripts({ location: new URL('https://museum.example') as unknown as Location })).not.toThrow();
  });
});
