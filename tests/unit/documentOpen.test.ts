import { describe, expect, it } from 'vitest';
import { describeFault, MAX_FAULTS } from '#document/fault.ts';
import { type OpenedExhibition, openExhibition } from '#document/open.ts';
import type { Exhibition } from '#document/schema.ts';
import { makeExhibition, makeExhibitionWithRelic } from '../fixtures/exhibitions.ts';

/** Anything may be written into a document. */
type Loose = { [key: string]: Loose } & Loose[] & string;

function openChanged(change: (document: Loose) => void): OpenedExhibition & { lines: string[] } {
  const document = structuredClone(makeExhibition()) as unknown as Loose;
  change(document);
  const opened = openExhibition(JSON.stringify(document));
  return { ...opened, lines: opened.faults.map(describeFault) };
}

function shown(opened: OpenedExhibition): Exhibition {
  if (!opened.exhibition) throw new Error('nothing can be shown');
  return opened.exhibition;
}

const put = (value: unknown): Loose => value as Loose;

describe('opening an exhibition', () => {
  it('gives a sound document back as it is', () => {
    const opened = openExhibition(JSON.stringify(makeExhibition()));
    expect(opened.faults).toEqual([]);
    expect(opened.exhibition).toEqual(makeExhibition());
    expect(opened.brokenNodes.size).toBe(0);
  });

  it('keeps keys that begin with x- at every object, and what is in them', () => {
    const opened = openChanged((document) => {
      document['x-museum'] = put({ anything: [1, { __proto__: null }] });
      document['nodes']![0]!['x-room'] = put('12');
      document['assets']![0]!['layers']![0]!['source']!['x-tiler'] = put({ version: 3 });
      document['nodes']![0]!['hotspots']![0]!['target']!['x-by'] = put('hand');
    });
    expect(opened.lines).toEqual([]);
    const text = JSON.stringify(opened.exhibition);
    for (const kept of ['"x-museum":{', '"x-room":"12"', '"x-tiler":{"version":3}', '"x-by":"hand"']) {
      expect(text).toContain(kept);
    }
  });

  it('takes unknown keys out and names the nearest known one', () => {
    const opened = openChanged((document) => {
      document['sumary'] = put({ en: 'x' });
      document['nodes']![0]!['qwertz'] = put(1);
    });
    expect(opened.lines[1]).toBe('sumary: unknown key "sumary"; did you mean "summary"?');
    expect(opened.lines[0]).toContain('nodes.0.qwertz: unknown key "qwertz"; known keys are id, label');
    expect(JSON.stringify(opened.exhibition)).not.toMatch(/sumary|qwertz/);
  });

  it('takes a smaller picture of depth out that lies elsewhere, is none, or is of another shape', () => {
    const file = (uri: string, width: number, height: number) => ({ uri, width, height });
    const sound = file('d/512.png', 512, 256);
    const levels = [
      sound,
      file('https://example.org/d.png', 256, 128),
      file('d/w.png', 1_024, 512),
      file('d/s.png', 256, 256),
    ];
    const opened = openChanged((document) => {
      document['assets']![0]!['depth'] = put({
        ...file('d/1024.png', 1_024, 512),
        error: 0.002,
        errorShare: 0.01,
        levels,
      });
    });
    const [asset] = shown(opened).assets;
    expect(asset).toMatchObject({ depth: { uri: 'd/1024.png', error: 0.002, errorShare: 0.01, levels: [sound] } });
    expect(opened.lines).toEqual([
      expect.stringContaining('assets.0.depth.levels.1.uri'),
      expect.stringContaining('assets.0.depth.levels.2: 1024×512 is no smaller picture of the same 1024×512'),
      expect.stringContaining('assets.0.depth.levels.3: 256×256 is no smaller picture'),
    ]);
  });

  it('takes a link that leads nowhere out and names the nearest node', () => {
    const opened = openChanged((document) => {
      document['nodes']![1]!['links'] = put([{ to: 'cave-45-b' }, { to: 'cave-45' }, { to: 'cave-46' }]);
    });
    expect(opened.lines).toEqual([
      'nodes.1.links.0.to: no node "cave-45-b"; did you mean "cave-45"?',
      'nodes.1.links.2.to: "cave-46" leads to itself',
    ]);
    expect(shown(opened).nodes[1]?.links).toEqual([{ to: 'cave-45' }]);
  });

  it('takes out the smallest part: an optional key, else the hotspot around it', () => {
    const opened = openChanged((document) => {
      const [note, hand] = document['nodes']![0]!['hotspots']!;
      note!['facts'] = put([{ label: { en: 'a' }, value: { en: 'b' } }, { label: 3 }]);
      hand!['target']!['pitch'] = put(200);
      document['nodes']![0]!['position'] = put([1, 2]);
      document['assets']![0]!['pose'] = put({ heading: 'north' });
    });
    expect(opened.lines).toEqual([
      'assets.0.pose.heading: expected a number, found "north"',
      'nodes.0.position: expected at least 3 of them, found a list of 2',
      'nodes.0.hotspots.0.facts.1.label: expected a text per language { "en": "…" }, found 3',
      'nodes.0.hotspots.0.facts.1.value: is missing; expected a text per language { "en": "…" }',
      'nodes.0.hotspots.1.target.pitch: expected at most 90, found 200',
      'nodes.0.hotspots.1: "hand" is nowhere in this place; say where its mark is ("target"), what it outlines ("area"), or where it ("position") and the node ("position") are',
    ]);
    const [node] = shown(opened).nodes;
    expect(node?.hotspots?.map(({ id }) => id)).toEqual(['note']);
    expect(node?.hotspots?.[0]?.facts).toEqual([{ label: { en: 'a' }, value: { en: 'b' } }]);
    expect(node).not.toHaveProperty('position');
    expect(shown(opened).assets[0]).toHaveProperty('pose', {});
  });

  it('keeps a node whose panorama cannot be shown, as a card with the reasons', () => {
    const opened = openChanged((document) => {
      document['assets']![1]!['layers']![0]!['source']!['uri'] = put('https://evil.example/a.jpg');
    });
    expect(shown(opened).nodes.map(({ id }) => id)).toEqual(['cave-45', 'cave-46']);
    expect(opened.brokenNodes.get('cave-46')?.map(describeFault)).toEqual([
      'nodes.1.asset: the panorama "pano-46" cannot be shown',
      expect.stringContaining('assets.1.layers.0.source.uri: "https://evil.example/a.jpg" names a protocol'),
    ]);
    expect(shown(opened).nodes[0]?.links).toHaveLength(1);
  });

  it('keeps a node without an asset, a label or an id', () => {
    const opened = openChanged((document) => {
      document['nodes']!.push(put({ id: 'a' }), put({ label: { en: 'B' }, asset: 'pano-45' }), put(null), put(7));
    });
    expect(shown(opened).nodes.slice(2)).toEqual([
      { id: 'a', label: { und: 'a' }, asset: 'no-asset' },
      { id: 'node-4', label: { en: 'B' }, asset: 'pano-45' },
    ]);
    expect([...opened.brokenNodes.keys()]).toEqual(['a']);
  });

  it('does not show another layer under the name of the one that was lost', () => {
    const opened = openChanged((document) => {
      document['nodes']![0]!['layer'] = put('as-fond');
    });
    expect(opened.lines).toEqual([
      'nodes.0.layer: "pano-45" has no layer "as-fond" that can be shown; did you mean "as-found"?',
    ]);
    expect(opened.brokenNodes.has('cave-45')).toBe(true);
  });

  it('names places as they were written although others before them are gone', () => {
    const opened = openChanged((document) => {
      const hotspots = document['nodes']![0]!['hotspots']!;
      hotspots.unshift(put({ kind: 'txt' }));
      hotspots[2]!['image'] = put('detial');
    });
    expect(opened.lines).toEqual([
      'nodes.0.hotspots.0.kind: expected one of "text", "image", "relic", found "txt"; did you mean "text"?',
      'nodes.0.hotspots.2.image: no asset "detial"; did you mean "detail"?',
    ]);
  });

  it('keeps the first of two things with one id', () => {
    const opened = openChanged((document) => {
      document['nodes']!.push(put({ id: 'cave-45', label: {}, asset: 'pano-46' }));
    });
    expect(opened.lines).toEqual(['nodes.2.id: there is already a node "cave-45"; give it an id of its own']);
    expect(shown(opened).nodes[0]?.asset).toBe('pano-45');
  });

  it('lets a tour lead only where there is something', () => {
    const narration = { en: 'Look.', 'zh-Hans': '看。' };
    const label = { en: 'Tour', 'zh-Hans': '导览' };
    const steps = [
      { at: 'cave-45', show: 'note', narration },
      { at: 'cave-45', show: 'nota', narration },
      { at: 'cave-47', narration },
    ];
    const lost = { id: 'lost', label, steps: [{ at: 'nowhere', narration }] };
    const opened = openChanged((document) => {
      document['tours'] = put([{ id: 'a', label, steps }, lost, { id: 'a', label, steps }]);
    });
    expect(shown(opened).tours).toEqual([{ id: 'a', label, steps: [steps[0], { at: 'cave-45', narration }] }]);
    expect(opened.lines).toEqual([
      'tours.0.steps.1.show: the node "cave-45" has no hotspot "nota"; did you mean "note"?',
      'tours.0.steps.2.at: no node "cave-47"; did you mean "cave-45"?',
      'tours.1.steps.0.at: no node "nowhere"',
      'tours.2.steps.1.show: the node "cave-45" has no hotspot "nota"; did you mean "note"?',
      'tours.2.steps.2.at: no node "cave-47"; did you mean "cave-45"?',
      'tours.2.id: there is already a tour "a"; give it an id of its own',
      'tours.1: no step of "lost" can be shown; let its steps name nodes that exist',
    ]);
  });

  it('takes out a step of a model that lies elsewhere, and a relic whose model is gone', () => {
    const exhibition = makeExhibitionWithRelic();
    const model = exhibition.assets.find((asset) => asset.kind === 'model');
    if (model?.lods[1]) model.lods[1].uri = 'https://elsewhere.invalid/low.glb';
    const opened = openExhibition(JSON.stringify(exhibition));
    expect(shown(opened).assets.at(-1)).toMatchObject({ id: 'bowl', lods: [{ quality: 'thumb' }] });
    expect(opened.faults.map(describeFault)).toEqual([expect.stringContaining('assets.3.lods.1.uri')]);
    if (model?.lods[0]) model.lods[0].uri = '../thumb.glb';
    const reopened = openExhibition(JSON.stringify(exhibition));
    expect(shown(reopened).nodes[0]?.hotspots?.map(({ id }) => id)).toEqual(['note', 'hand']);
    expect(reopened.faults.map(describeFault).at(-1)).toBe(
      'nodes.0.hotspots.2.model: the model "bowl" cannot be shown',
    );
  });

  it('mends what a document must have and has not', () => {
    const opened = openChanged((document) => {
      document['formatVersion'] = put(2);
      document['languages'] = put(['english please', 'zh-Hans']);
      for (const key of ['id', 'label', 'defaultLanguage']) delete (document as Record<string, unknown>)[key];
    });
    expect(shown(opened)).toMatchObject({
      formatVersion: 1,
      id: 'exhibition',
      label: {},
      languages: ['zh-Hans'],
      defaultLanguage: 'zh-Hans',
    });
    expect(opened.lines[0]).toBe('formatVersion: expected 1, found 2');
  });

  it('does not lose the label of a generated picture over a letter or the long form of its name', () => {
    const opened = openChanged((document) => {
      document['assets']![0]!['digitalSourceType'] = put('trainedAlgoritmicMedia');
      document['assets']![1]!['digitalSourceType'] = put(
        'http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia',
      );
    });
    expect(opened.faults).toHaveLength(2);
    expect(shown(opened).assets.map((asset) => asset.digitalSourceType)).toEqual([
      'trainedAlgorithmicMedia',
      'compositeWithTrainedAlgorithmicMedia',
      undefined,
    ]);
  });

  it('refuses tiles that cannot be told apart, levels that shrink and coverage inside out', () => {
    const source = (change: object) => ({
      ...makeExhibition().assets[0],
      layers: [{ id: 'l', kind: 'other', label: {}, source: { ...{ type: 'cube-tiles', tileSize: 512 }, ...change } }],
    });
    const cases: [object, string][] = [
      [{ template: 'a/{z}/{f}.webp', levels: [512, 1024] }, 'the tiles of a face need {x} and {y}'],
      [{ template: 'a/{z}/{x}/{y}.webp', levels: [512] }, 'cannot be told apart without {f}'],
      [{ template: 'a/{f}/{x}/{y}.webp', levels: [512, 1024] }, 'cannot be told apart without {z}'],
      [{ template: 'a/{q}/{f}.webp', levels: [512] }, '{q} is no placeholder'],
      [{ template: 'a/{z}/{f}/{x}/{y}.webp', levels: [1024, 512] }, 'expected face sizes that grow'],
    ];
    for (const [change, message] of cases) {
      const opened = openChanged((document) => {
        document['assets']![0] = put(source(change));
      });
      expect(opened.lines.join('\n')).toContain(message);
      expect([...opened.brokenNodes.keys()]).toEqual(['cave-45']);
    }
    const opened = openChanged((document) => {
      document['assets']![0]!['coverage'] = put({ yawMin: 10, yawMax: -10, pitchMin: -10, pitchMax: 10 });
    });
    expect(opened.lines).toEqual(['assets.0.coverage: expected yawMin < yawMax and pitchMin < pitchMax']);
    expect(opened.brokenNodes.size).toBe(0);
  });

  it('cuts texts and lists that are too long', () => {
    const opened = openChanged((document) => {
      document['label']!['en'] = put('x'.repeat(200_000));
      document['nodes']![0]!['links'] = put(Array.from({ length: 300 }, () => ({ to: 'cave-46' })));
    });
    expect(shown(opened).label['en']).toHaveLength(20_000);
    expect(shown(opened).nodes[0]?.links).toHaveLength(200);
    expect(opened.faults).toHaveLength(2);
  });

  it('has nothing to show without a single node that can be shown', () => {
    for (const nodes of [undefined, [], {}, 'x', [null], [{ id: 'a', label: {}, asset: 'no' }]]) {
      const opened = openChanged((document) => {
        document['nodes'] = put(nodes);
      });
      expect(opened.exhibition).toBeNull();
      expect(opened.faults.length).toBeGreaterThan(0);
    }
    expect(openExhibition('[]').faults.map(describeFault)).toEqual([
      'expected an exhibition, an object { … }, found a list',
    ]);
  });

  it('counts faults beyond the limit instead of keeping them', () => {
    const opened = openChanged((document) => {
      document['nodes'] = put([...makeExhibition().nodes, ...Array.from({ length: 2_000 }, () => ({}))]);
    });
    expect(opened.faults).toHaveLength(MAX_FAULTS);
    expect(opened.faultsLeftOut).toBeGreaterThan(1_000);
    expect(shown(opened).nodes).toHaveLength(2_002);
  });
});
