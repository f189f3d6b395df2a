import { describe, expect, it } from 'vitest';
import { describeFault } from '#document/fault.ts';
import { openExhibition } from '#document/open.ts';
import type { Asset, Exhibition, Hotspot, ModelAsset } from '#document/schema.ts';
import { makeExhibition } from '../fixtures/exhibitions.ts';

const bowl = (extra: Partial<ModelAsset> = {}): ModelAsset => ({
  kind: 'model',
  id: 'bowl',
  label: { en: 'Bowl', 'zh-Hans': '碗' },
  lods: [{ quality: 'thumb', uri: 'bowl/thumb.glb', bytes: 10, triangles: 12 }],
  ...extra,
});
const text = { en: 'Text', 'zh-Hans': '文' };

/** Opens an exhibition with further assets, and hotspots in its first node. */
function open(assets: readonly Asset[], hotspots: readonly Hotspot[] = [], change?: (document: Exhibition) => void) {
  const document = makeExhibition();
  document.assets.push(...assets);
  document.nodes[0]?.hotspots?.push(...hotspots);
  change?.(document);
  const opened = openExhibition(JSON.stringify(document));
  const model = opened.exhibition?.assets.find((asset) => asset.kind === 'model');
  return { ...opened, model, lines: opened.faults.map(describeFault) };
}

describe('relics in the document', () => {
  it('keeps a model with states, annotations, steps, variants and downloads as it is', () => {
    const model = bowl({
      stateKind: 'as-found',
      states: [{ id: 'whole', kind: 'conjectural', label: text, lods: bowl().lods }],
      annotations: [
        { id: 'rim', label: text, target: { type: 'point', at: [0, 0.1, 0] }, image: 'detail', sound: 'rim.opus' },
        { id: 'foot', label: text, target: { type: 'area', corners: [[0, 0, 0], [1, 0, 0], [0, 0, 1]] } },
      ],
      steps: [{ narration: text, show: 'rim', state: 'whole', section: null, lamp: { yaw: 80, pitch: 5, mix: 1 } }],
      variants: [{ name: 'Red', label: text }],
      downloads: [{ uri: 'bowl/whole.glb', label: text }],
      start: { yaw: 20, distance: 0.5 },
    }); // prettier-ignore
    const { lines, exhibition } = open([model], [{ kind: 'relic', id: 'see', label: text, model: 'bowl', target: { yaw: 1, pitch: 2 } }]); // prettier-ignore
    expect(lines).toEqual([]);
    expect(exhibition?.assets.at(-1)).toEqual(model);
  });

  it('takes out what an annotation or a step names but the model has not, and suggests the nearest', () => {
    const { lines, model } = open([
      bowl({
        annotations: [{ id: 'rim', label: text, image: 'detial', target: { type: 'point', at: [0, 0, 0] } }],
        steps: [{ narration: text, show: 'rmi', state: 'clean' }],
      }),
    ]);
    expect(lines).toEqual([
      'assets.3.annotations.0.image: no asset "detial"; did you mean "detail"?',
      'assets.3.steps.0.show: the model "bowl" has no annotation "rmi"; did you mean "rim"?',
      'assets.3.steps.0.state: the model "bowl" has no state "clean"',
    ]);
    expect(model?.annotations?.[0]).not.toHaveProperty('image');
    expect(model?.steps?.[0]).toEqual({ narration: text });
  });

  it('takes out files elsewhere: a step of a state, a download, a sound', () => {
    const { lines, model } = open([
      bowl({
        states: [{ id: 'gone', kind: 'other', label: text, lods: [{ ...bowl().lods[0]!, uri: 'https://x.example/a.glb' }] }],
        downloads: [{ uri: '//x.example/b.glb', label: text }],
        annotations: [{ id: 'rim', label: text, sound: 'javascript:alert(1)', target: { type: 'point', at: [0, 0, 0] } }],
      }),
    ]); // prettier-ignore
    expect(lines.map((line) => line.split(':')[0])).toEqual([
      'assets.3.annotations.0.sound',
      'assets.3.states.0.lods.0.uri',
      'assets.3.downloads.0.uri',
    ]);
    expect([model?.states, model?.downloads, model?.annotations?.[0]?.sound]).toEqual([[], [], undefined]);
  });

  it('lets a relic mark a tileset, and lets a gallery be the place of a node', () => {
    const { lines, brokenNodes } = open(
      [
        { kind: 'tileset', id: 'hill', label: text, uri: 'hill/tileset.json' },
        { kind: 'gallery', id: 'hall', label: text },
      ],
      [{ kind: 'relic', id: 'see', label: text, model: 'hill', target: { yaw: 0, pitch: 0 } }],
      (document) => {
        document.nodes.push({
          id: 'hall',
          label: text,
          asset: 'hall',
          hotspots: [{ kind: 'relic', id: 'stands', label: text, model: 'hill' }],
        });
      },
    );
    expect(lines).toEqual([]);
    expect(brokenNodes.size).toBe(0);
  });

  it('takes out a relic that is nowhere in its place, and keeps one that stands where the node says where it is', () => {
    const stands = { position: [0, 0, 2] as [number, number, number] };
    const here: Hotspot = { kind: 'relic', id: 'here', label: text, model: 'bowl', stands };
    const nowhere: Hotspot = { kind: 'relic', id: 'nowhere', label: text, model: 'bowl' };
    const placed = open([bowl()], [here, nowhere], (document) => {
      document.nodes[0]!.position = [1, 1.6, 0];
    });
    expect(placed.lines).toHaveLength(1);
    expect(placed.lines[0]).toContain('"nowhere" is nowhere in this place');
    expect(placed.exhibition?.nodes[0]?.hotspots?.map(({ id }) => id)).toContain('here');
    expect(open([bowl()], [here], (document) => delete document.nodes[0]!.position).lines[0]).toContain(
      '"here" is nowhere',
    );
  });
});
