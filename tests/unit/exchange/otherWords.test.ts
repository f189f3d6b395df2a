/** Exhibitions as W3C annotations, as links of IIIF and in the words of schema.org. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openExhibition } from '#document/open.ts';
import type { Exhibition } from '#document/schema.ts';
import {
  decodeState,
  encodeState,
  readContentState,
  writeContentState,
  writeContentStates,
} from '#exchange/iiif/contentState.ts';
import { writeSchemaOrg } from '#exchange/schemaOrg/writeSchemaOrg.ts';
import { writeAnnotations } from '#exchange/webAnnotation/writeAnnotations.ts';

const BASE = 'https://museum.example/caves/';

function readDemonstration(): Exhibition {
  const file = path.resolve(import.meta.dirname, '../../../public/exhibition.json');
  const { exhibition } = openExhibition(readFileSync(file));
  if (!exhibition) throw new Error('the demonstration cannot be opened');
  return exhibition;
} // prettier-ignore

describe('W3C annotations', () => {
  it('are a collection whose pages follow each other and hold as many as it says', () => {
    const { files } = writeAnnotations(readDemonstration(), { version: 3, base: BASE });
    const whole = JSON.parse(files['annotations.json'] ?? '');
    let address: string | undefined = whole.first;
    let count = 0;
    const ids = new Set<string>();
    while (address !== undefined) {
      const page: { items: { id: string; type: string; motivation: unknown }[]; next?: string } = JSON.parse(
        files[address.slice(BASE.length)] ?? 'null',
      );
      expect(page).toMatchObject({
        type: 'AnnotationPage',
        startIndex: count,
        partOf: { id: `${BASE}annotations.json` },
      });
      for (const { id, type, motivation } of page.items) {
        expect([type, typeof motivation]).toEqual(['Annotation', 'string']);
        ids.add(id);
      }
      count += page.items.length;
      address = page.next;
    }
    expect(whole).toMatchObject({ type: 'AnnotationCollection', total: count });
    expect(ids.size).toBe(count);
    expect(count).toBeGreaterThan(50);
  });
});

describe('a content state', () => {
  const canvas = { id: `${BASE}canvas/hall`, type: 'Canvas' };

  it('is encoded as IIIF has it, and comes back as it went', () => {
    expect(encodeState('{"a":"é"}')).toBe(btoa('%7B%22a%22%3A%22%C3%A9%22%7D').replace(/=+$/, ''));
    for (const text of ['x', '石窟 ?&=+/', '{"id":"https://a.example/b?c=d"}'])
      expect(decodeState(encodeState(text))).toBe(text);
    const view = { yaw: -170, pitch: 12.5, fov: 40 };
    const { encoded } = writeContentState(canvas, `${BASE}manifest.json`, view);
    expect(encoded).toMatch(/^[\w-]+$/);
    expect(readContentState(encoded)).toEqual({ canvas: canvas.id, manifest: `${BASE}manifest.json`, view });
  });

  it('is read in its other forms: as JSON, as a target alone, as an address', () => {
    const { annotation } = writeContentState(canvas, `${BASE}manifest.json`, null);
    expect(readContentState(JSON.stringify(annotation))).toEqual({
      canvas: canvas.id,
      manifest: `${BASE}manifest.json`,
      view: null,
    });
    expect(readContentState(JSON.stringify({ ...canvas, partOf: [{ id: `${BASE}manifest.json` }] }))?.manifest).toBe(
      `${BASE}manifest.json`,
    );
    expect(readContentState(`${canvas.id}#xywh=17000,8000,2000,2000`)).toMatchObject({
      canvas: canvas.id,
      view: { yaw: 0, pitch: 0, fov: 20 },
    });
  });

  it('is null where it is none, however it looks', () => {
    for (const written of [
      '',
      '{}',
      '{"target":1}',
      '[]',
      'bm90aGluZw',
      '%%%',
      'A'.repeat(30_000),
      'javascript:alert(1)',
    ])
      expect(readContentState(written)).toBeNull();
  });

  it('leads to every place of an exhibition', () => {
    const { files } = writeContentStates(readDemonstration(), { version: 3, base: BASE });
    const links = JSON.parse(files['content-states.json'] ?? '') as { node: string; 'iiif-content': string }[];
    expect(links.map(({ node }) => node)).toEqual(readDemonstration().nodes.map(({ id }) => id));
    expect(readContentState(links[0]?.['iiif-content'] ?? '')).toMatchObject({
      canvas: `${BASE}canvas/terrace-as-found`,
      view: { yaw: -2.8, pitch: 7.9, fov: 78 },
    });
  });
});

describe('schema.org', () => {
  it('says works, files, licences, languages and how each was made', () => {
    const { data, losses } = writeSchemaOrg(readDemonstration(), { base: BASE });
    expect(data).toMatchObject({
      '@context': 'https://schema.org', '@type': 'Collection', license: 'http://creativecommons.org/publicdomain/zero/1.0/', inLanguage: readDemonstration().languages,
      digitalSourceType: { '@id': 'http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia' },
    });
    const parts = data['hasPart'] as { '@type': string; encoding?: { contentUrl: string; contentSize: string }[] }[];
    const bronze = parts.find((part) => part['@type'] === '3DModel');
    expect(bronze?.encoding?.[0]).toEqual({ '@type': 'MediaObject', contentUrl: `${BASE}models/ritual-tripod/thumb.glb`, encodingFormat: 'model/gltf-binary', contentSize: '146684' });
    expect(losses.map(({ path: at }) => at)).toContain('/tours');
  }); // prettier-ignore
});
