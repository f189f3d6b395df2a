import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { exhibitionJsonSchema } from '#document/jsonSchema.ts';
import { makeExhibition } from '../fixtures/exhibitions.ts';

const validate = new Ajv2020({ allErrors: true, strictTypes: false }).compile(exhibitionJsonSchema());

function isValid(document: unknown): boolean {
  return validate(document);
}

describe('the published JSON Schema', () => {
  it('agrees with the demonstration exhibition and the fixtures', () => {
    const demonstration: unknown = JSON.parse(
      readFileSync(new URL('../../public/exhibition.json', import.meta.url), 'utf8'),
    );
    expect(isValid(demonstration), JSON.stringify(validate.errors)).toBe(true);
    expect(isValid(makeExhibition()), JSON.stringify(validate.errors)).toBe(true);
  });

  it('takes keys of others at any object, and no other unknown key', () => {
    const [node, ...nodes] = makeExhibition().nodes;
    expect(isValid({ ...makeExhibition(), 'x-a': 1, nodes: [{ ...node, 'x-b': {} }, ...nodes] })).toBe(true);
    expect(isValid({ ...makeExhibition(), a: 1 })).toBe(false);
    expect(isValid({ ...makeExhibition(), nodes: [{ ...node, b: {} }, ...nodes] })).toBe(false);
  });

  it('refuses numbers out of range, kinds that do not exist and keys that are no language', () => {
    const exhibition = makeExhibition();
    const [node] = exhibition.nodes;
    const target = { yaw: 0, pitch: 91 };
    expect(isValid({ ...exhibition, nodes: [{ ...node, links: [{ to: 'cave-46', target }] }] })).toBe(false);
    expect(isValid({ ...exhibition, assets: [{ kind: 'hologram', id: 'a', label: {} }] })).toBe(false);
    expect(isValid({ ...exhibition, label: { 'english please': 'x' } })).toBe(false);
  });
});
