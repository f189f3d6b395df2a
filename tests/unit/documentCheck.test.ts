import { describe, expect, it } from 'vitest';
import { checkExhibition } from '#document/check/checkExhibition.ts';
import type { ExhibitionFolder, PictureReading } from '#document/check/folder.ts';
import { findSvgFaults, svgAspect } from '#document/check/svg.ts';
import { describeFault } from '#document/fault.ts';
import type { Exhibition } from '#document/schema.ts';
import { makeExhibition, makeExhibitionWithRelic } from '../fixtures/exhibitions.ts';

/** The files that `makeExhibition` names, as large as it says. */
function listFiles(): Map<string, PictureReading> {
  const picture = (width: number, height: number, format = 'webp') => ({ width, height, format });
  const files = new Map<string, PictureReading>([
    ['pano-45/preview.webp', picture(128, 768)],
    ['pano-45/poster.webp', picture(320, 200)],
    ['pano-46.jpg', picture(2048, 1024, 'jpeg')],
    ['detail.png', picture(64, 48, 'png')],
    ['bowl/poster.webp', picture(90, 90)],
    ['bowl/thumb.glb', { reason: 'is no picture' }],
    ['bowl/low.glb', { reason: 'is no picture' }],
  ]);
  for (const face of 'frblud') {
    files.set(`pano-45/0/${face}/0_0.webp`, picture(512, 512));
    for (const name of ['0_0', '0_1', '1_0', '1_1']) files.set(`pano-45/1/${face}/${name}.webp`, picture(512, 512));
  }
  return files;
}

function folderOf(files: ReadonlyMap<string, PictureReading>, texts: Record<string, string> = {}): ExhibitionFolder {
  return {
    hasFile: (path) => Promise.resolve(files.has(path) || path in texts),
    readPicture: (path) => Promise.resolve(files.get(path) ?? { reason: 'is gone' }),
    readHead: (path) =>
      Promise.resolve({ bytes: path.includes('thumb') ? 1200 : 5600, head: new TextEncoder().encode('glTF\x02') }),
    readBytes: (path) => Promise.resolve(path in texts ? new TextEncoder().encode(texts[path]) : null),
    readText: (path) => Promise.resolve(texts[path] ?? null),
  };
}

async function check(exhibition: Exhibition | string, folder: ExhibitionFolder | null = folderOf(listFiles())) {
  const text = typeof exhibition === 'string' ? exhibition : JSON.stringify(exhibition);
  const { faults } = await checkExhibition(new TextEncoder().encode(text), folder);
  return faults.map((fault) => `${fault.severity} ${fault.code} ${describeFault(fault)}`);
}

describe('checking an exhibition', () => {
  it('finds nothing in a sound one', async () => {
    expect(await check(makeExhibition())).toEqual([]);
  });

  it('wants depth to be a picture of 16 bits, as large as declared', async () => {
    const exhibition = makeExhibition();
    const [asset] = exhibition.assets;
    if (asset?.kind === 'panorama') asset.depth = { uri: 'pano-45/depth.png', width: 512, height: 256 };
    const files = listFiles();
    const path = 'assets.0.depth.uri';
    expect(await check(exhibition, folderOf(files))).toEqual([
      expect.stringContaining(`error missing-file ${path}: there is no file "pano-45/depth.png"`),
    ]);
    files.set('pano-45/depth.png', { width: 512, height: 256, format: 'png', isGrey16: false });
    expect(await check(exhibition, folderOf(files))).toEqual([
      expect.stringContaining(`error wrong-format ${path}: "pano-45/depth.png" is no greyscale PNG of 16 bits`),
    ]);
    files.set('pano-45/depth.png', { width: 512, height: 128, format: 'png', isGrey16: true });
    expect(await check(exhibition, folderOf(files))).toEqual([expect.stringContaining(`error wrong-size ${path}`)]);
    const sound = { width: 512, height: 256, format: 'png', isGrey16: true };
    files.set('pano-45/depth.png', { ...sound, isInterlaced: true });
    expect(await check(exhibition, folderOf(files))).toEqual([
      expect.stringContaining(`error wrong-format ${path}: "pano-45/depth.png" is interlaced`),
    ]);
    files.set('pano-45/depth.png', sound);
    expect(await check(exhibition, folderOf(files))).toEqual([]);
  });

  it('looks at every smaller picture of depth as well', async () => {
    const exhibition = makeExhibition();
    const [asset] = exhibition.assets;
    const levels = [{ uri: 'pano-45/small.png', width: 256, height: 128 }];
    if (asset?.kind === 'panorama') asset.depth = { uri: 'pano-45/depth.png', width: 512, height: 256, levels };
    const files = listFiles();
    files.set('pano-45/depth.png', { width: 512, height: 256, format: 'png', isGrey16: true });
    const path = 'assets.0.depth.levels.0.uri';
    expect(await check(exhibition, folderOf(files))).toEqual([
      expect.stringContaining(`error missing-file ${path}: there is no file "pano-45/small.png"`),
    ]);
    files.set('pano-45/small.png', { width: 256, height: 128, format: 'webp', isGrey16: true });
    expect(await check(exhibition, folderOf(files))).toEqual([expect.stringContaining(`error wrong-format ${path}`)]);
    files.set('pano-45/small.png', { width: 256, height: 128, format: 'png', isGrey16: true });
    expect(await check(exhibition, folderOf(files))).toEqual([]);
  });

  it('weighs the steps of a model and looks whether they are glTF', async () => {
    const exhibition = makeExhibitionWithRelic();
    expect(await check(exhibition)).toEqual([]);
    const model = exhibition.assets.find((asset) => asset.kind === 'model');
    const [thumb, low] = model?.lods ?? [];
    if (!thumb || !low) throw new Error('the small exhibition has lost its bowl');
    low.bytes = 5601;
    thumb.triangles = 1000;
    expect(await check(exhibition)).toEqual([
      expect.stringContaining('error wrong-size assets.3.lods.1.bytes: "bowl/low.glb" has 5600 bytes'),
      expect.stringContaining('error bad-order assets.3.lods.1.triangles'),
    ]);
    const files = listFiles();
    files.delete('bowl/thumb.glb');
    expect((await check(makeExhibitionWithRelic(), folderOf(files)))[0]).toContain('missing-file assets.3.lods.0.uri');
    const folder = { ...folderOf(listFiles()), readHead: () => Promise.resolve({ bytes: 9, head: new Uint8Array(9) }) };
    expect((await check(makeExhibitionWithRelic(), folder))[0]).toContain('"bowl/thumb.glb" is no binary glTF');
  });

  it('reads a tileset to its last file, and wants to know how large one is that stands somewhere', async () => {
    const asset = { version: '1.0' };
    const boundingVolume = { box: [0, 0, 5, 4, 0, 0, 0, 3, 0, 0, 0, 5] };
    const tile = { boundingVolume, geometricError: 0, content: { uri: 'gone.glb' } };
    const root = { boundingVolume, geometricError: 9, refine: 'ADD', children: [tile] };
    const exhibition = makeExhibition();
    const text = { en: 'Hill', 'zh-Hans': '山' };
    const hill: Exhibition['assets'][number] = { kind: 'tileset', id: 'hill', label: text, uri: 'hill/tileset.json' };
    exhibition.assets.push(hill);
    const [node] = exhibition.nodes;
    if (node) {
      node.position = [0, 0, 0];
      const stands = { position: [0, 0, -5] as [number, number, number] };
      (node.hotspots ??= []).push({ kind: 'relic', id: 'the-hill', label: text, model: 'hill', stands });
    }
    const at = exhibition.assets.length - 1;
    const of = (files: Record<string, string>) => check(exhibition, folderOf(listFiles(), files));
    expect(await of({})).toEqual([
      `error missing-file assets.${at}.uri: there is no file "hill/tileset.json"; mind upper and lower case`,
    ]);
    expect(await of({ 'hill/tileset.json': '{}' })).toEqual([
      expect.stringMatching(/^error broken-tileset assets\.\d+\.uri: tileset\.json: has no “asset” and “root”/),
    ]);
    const files = { 'hill/tileset.json': JSON.stringify({ asset, root }) };
    expect(await of(files)).toEqual([
      expect.stringMatching(/^error missing-tiles assets\.\d+\.uri: gone\.glb: is not in the exhibition’s folder/),
      expect.stringMatching(/^warning missing-bounds .*; say "boundingBox": \{"min":\[-4,-5,-3\],"max":\[4,5,3\]\}$/),
    ]);
    hill.boundingBox = { min: [-4, 0, -3], max: [4, 10, 3] };
    expect((await of(files))[1]).toMatch(/^warning wrong-bounds .*: the tileset lies up to 5 m elsewhere/);
    hill.boundingBox = { min: [-4, -5, -3], max: [4, 5, 3] };
    expect(await of(files)).toHaveLength(1);
  });

  it('finds everything at once', async () => {
    const exhibition = makeExhibition();
    const [first, second] = exhibition.nodes;
    delete first?.links;
    delete exhibition.rights;
    delete exhibition.digitalSourceType;
    if (second) second.label = { en: 'Cave 46' };
    const lines = await check(exhibition);
    expect(lines).toEqual([
      'warning unreachable-node nodes.1: no way of links leads from "cave-45" to "cave-46"; link to it from a place the visit comes through',
      'warning missing-translation nodes.1.label: no text in "zh-Hans"',
      expect.stringContaining('warning missing-rights assets.0.rights: nothing says who may use this picture'),
      expect.stringContaining('warning missing-source-type assets.0.layers.0.digitalSourceType'),
      expect.stringContaining('warning missing-rights assets.1.rights'),
      expect.stringContaining('warning missing-source-type assets.1.layers.0.digitalSourceType'),
      expect.stringContaining('warning missing-rights assets.2.rights'),
      expect.stringContaining('warning missing-source-type assets.2.digitalSourceType'),
    ]);
  });

  it('names missing files, and counts missing tiles and names the first', async () => {
    const files = listFiles();
    for (const path of ['pano-46.jpg', 'pano-45/0/f/0_0.webp']) files.delete(path);
    for (const face of 'frblud') files.delete(`pano-45/1/${face}/1_1.webp`);
    expect(await check(makeExhibition(), folderOf(files))).toEqual([
      'error missing-file assets.1.layers.0.source.uri: there is no file "pano-46.jpg"; mind upper and lower case',
      'error missing-tiles assets.0.layers.0.source.template: 7 tiles are missing: "pano-45/0/f/0_0.webp", ' +
        '"pano-45/1/f/1_1.webp", "pano-45/1/r/1_1.webp", …; make the pyramid again with "grotto tile", or copy the folder again',
    ]);
  });

  it('does not miss tiles outside of the coverage', async () => {
    const exhibition = makeExhibition();
    const [asset] = exhibition.assets;
    if (asset?.kind === 'panorama') asset.coverage = { yawMin: -30, yawMax: 30, pitchMin: -30, pitchMax: 30 };
    const files = listFiles();
    for (const path of files.keys()) if (/^pano-45\/\d\/[rblud]/.test(path)) files.delete(path);
    expect(await check(exhibition, folderOf(files))).toEqual([]);
  });

  it('compares declared sizes with the real ones, of tiles too', async () => {
    const files = listFiles();
    files.set('detail.png', { width: 64, height: 64, format: 'png' });
    files.set('pano-45/1/f/0_0.webp', { width: 256, height: 256, format: 'webp' });
    files.set('pano-45/poster.webp', { reason: 'it is empty' });
    files.set('pano-46.jpg', { width: 2048, height: 1024, format: 'tiff' });
    expect(await check(makeExhibition(), folderOf(files))).toEqual([
      'error broken-image assets.0.poster.uri: "pano-45/poster.webp" cannot be shown: it is empty',
      'error wrong-format assets.1.layers.0.source.uri: "pano-46.jpg" is tiff; browsers show JPEG, PNG, WebP, AVIF, GIF and SVG',
      'error wrong-size assets.2.uri: "detail.png" is 64×64 pixels, the document says 64×48; correct the sizes in the document',
      'error wrong-size assets.0.layers.0.source.template: "pano-45/1/f/0_0.webp" is 256×256 pixels, the document says 512×512; correct the sizes in the document',
    ]);
  });

  it('finds assets nothing shows, rights nobody knows and languages nobody offers', async () => {
    const exhibition = makeExhibition();
    exhibition.nodes[0]?.hotspots?.pop();
    exhibition.rights = 'https://museum.example/terms';
    exhibition.label = { ...exhibition.label, fr: 'Petit' };
    expect(await check(exhibition)).toEqual([
      'warning unused-asset assets.2: nothing shows "detail"; use it in a node, a hotspot or a plan, or take it out',
      'warning unlisted-language label: there are texts in "fr", which "languages" does not offer; add "fr" to "languages"',
      expect.stringContaining('warning unknown-rights rights: is neither'),
    ]);
  });

  it('doubts a restoration that claims to be a photograph, and a find that was generated', async () => {
    const exhibition = makeExhibition();
    const layers = exhibition.assets.flatMap((asset) => (asset.kind === 'panorama' ? asset.layers : []));
    if (layers[0]) layers[0].kind = 'restored';
    if (layers[1]) layers[1].digitalSourceType = 'trainedAlgorithmicMedia';
    expect((await check(exhibition)).map((line) => line.split(':')[0])).toEqual([
      'warning doubtful-source-type assets.0.layers.0.digitalSourceType',
      'warning doubtful-layer-kind assets.1.layers.0.kind',
    ]);
  });

  it('says where a key stands twice', async () => {
    const text = JSON.stringify(makeExhibition()).replace('"id":"cave-45"', '"id":"cave-44",\n"id":"cave-45"');
    expect(await check(text, null)).toEqual([
      'warning duplicate-key line 2, column 1: the key "id" stands here for the second time; only this one counts',
    ]);
  });

  it('ends soon on a document that names more tiles than there are', async () => {
    const exhibition = makeExhibition();
    const [asset] = exhibition.assets;
    if (asset?.kind !== 'panorama') throw new Error('the fixture has changed');
    const source = { type: 'cube-tiles', template: '{z}/{f}/{x}/{y}', tileSize: 64, levels: [1_048_576] } as const;
    asset.layers = [{ id: 'l', kind: 'other', label: {}, source: { ...source, levels: [...source.levels] } }];
    expect((await check(exhibition)).join('\n')).toContain('10000 or more tiles are missing: "0/f/0/0"');
  });
});

describe('looking through an SVG', () => {
  const svg = (inner: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">${inner}</svg>`;
  const codes = (text: string) => findSvgFaults(text, 'p').map(({ severity, code }) => `${severity} ${code}`);

  it('finds nothing in a plain one', () => {
    expect(codes(svg('<style>.a{fill:url(#b)}</style><use href="#a"/><path class="one" d="M0 0"/>'))).toEqual([]);
    expect(svgAspect(svg(''))).toBe(2);
    expect(svgAspect('<svg width="30" height="10px">')).toBe(3);
    expect(svgAspect('<svg>')).toBeNull();
  });

  it('warns of scripts, HTML and foreign files, and refuses entities within entities', () => {
    expect(codes(svg('<script>1</script>'))).toEqual(['warning svg-script']);
    expect(codes(svg('<g onload="x"/>'))).toEqual(['warning svg-script']);
    expect(codes(svg('<a href="javascript:x"/>'))).toEqual(['warning svg-script']);
    expect(codes(svg('<foreignObject/>'))).toEqual(['warning svg-foreign']);
    expect(codes(svg('<image href="//a.example/x.png"/>'))).toEqual(['warning svg-external']);
    expect(codes(`<!DOCTYPE s [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>${svg('&b;')}`)).toEqual(['error svg-entities']);
    expect(codes('<html><body>404</body></html>')).toEqual(['error broken-image']);
  });
});
