/**
 * three registers the shader texts of all its materials when it starts. A panorama is drawn by none of them, so those of
 * lit materials and of shadows are registered by a module of their own: whatever needs them imports it, and it lands in
 * the chunk of whoever does.
 *
 * Of the build alone, and only together with `splitThree`, which builds three from its sources.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/** What needs them, in three's sources, and which files of its `ShaderLib` hold them. */
const LATER = {
  'lights/LightShadow.js': ['depth', 'distance'],
  'materials/LineDashedMaterial.js': ['linedashed'],
  'materials/MeshLambertMaterial.js': ['meshlambert'],
  'materials/MeshMatcapMaterial.js': ['meshmatcap'],
  'materials/MeshNormalMaterial.js': ['meshnormal'],
  'materials/MeshPhongMaterial.js': ['meshphong'],
  'materials/MeshStandardMaterial.js': ['meshphysical'],
  'materials/MeshToonMaterial.js': ['meshtoon'],
  'materials/PointsMaterial.js': ['points'],
  'materials/ShadowMaterial.js': ['shadow'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What three's renderer, its default shaders and our own programs include beside the shaders that stay. */
const FROM_THE_START = [
  'begin_vertex',
  'colorspace_pars_fragment',
  'common',
  'project_vertex',
  'tonemapping_pars_fragment',
];

/** Beside three's own registry, so that both import the texts by the same addresses. */
const MODULE = 'renderers/shaders/LaterShaders.js';
const INCLUDE = /#include +<([\w/.]+)>/g;
const ENTRY = /^\t(\w+): (\w+)(?:\.\w+)?,?$/gm;

export interface SplitShaders {
  /** three's `ShaderChunk.js` without the later texts. */
  readonly first: string;
  /** A module that adds the later ones to it. */
  readonly later: string;
  /** Names of the later texts, as shaders include them. */
  readonly laterNames: ReadonlySet<string>;
}

export function laterShaders(root: string): Plugin {
  const sources = path.join(root, 'node_modules/three/src').replaceAll('\\', '/');
  const split = splitShaders(path.join(sources, 'renderers/shaders'));
  const later = `${sources}/${MODULE}`;
  return {
    name: 'grotto-later-shaders',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source) => (source === later ? { id: later, moduleSideEffects: true } : null),
    load: (id) => (id === later ? split.later : null),
    transform(code, id) {
      const file = (id.split('?', 1)[0] ?? id).replaceAll('\\', '/');
      const inThree = file.startsWith(`${sources}/`) ? file.slice(sources.length + 1) : null;
      if (inThree === 'renderers/shaders/ShaderChunk.js') return { code: split.first, map: null };
      if (inThree === 'renderers/shaders/ShaderLib.js') return { code: readWhenAsked(code), map: null };
      const needsThem =
        inThree === null
          ? [...code.matchAll(INCLUDE)].some(([, name = '']) => split.laterNames.has(name))
          : Object.hasOwn(LATER, inThree);
      return needsThem ? { code: `import '${later}';\n${code}`, map: null } : null;
    },
  };
}

/** @param folder three's `src/renderers/shaders`. */
export function splitShaders(folder: string): SplitShaders {
  const code = readFileSync(path.join(folder, 'ShaderChunk.js'), 'utf8');
  const laterFiles = new Set<string>(Object.values(LATER).flat());
  const fileOf = new Map<string, string>();
  for (const [, holder = '', address = ''] of code.matchAll(/^import (?:\* as )?(\w+) from '\.\/([^']+)';$/gm)) {
    fileOf.set(holder, address);
  }
  const holders = new Map<string, string>();
  for (const [, name = '', holder = ''] of code.matchAll(ENTRY)) holders.set(name, holder);

  const kept = new Set<string>();
  const keep = (name: string): void => {
    const holder = holders.get(name);
    const file = fileOf.get(holder ?? '');
    if (file === undefined) throw new Error(`three's ShaderChunk.js has no “${name}”; mend laterShaders.ts`);
    if (kept.has(name)) return;
    kept.add(name);
    for (const [, included = ''] of readFileSync(path.join(folder, file), 'utf8').matchAll(INCLUDE)) keep(included);
  };
  FROM_THE_START.forEach(keep);
  for (const [name, holder] of holders) {
    if (fileOf.get(holder)?.startsWith('ShaderLib/') === true && !laterFiles.has(holder)) keep(name);
  }

  const laterEntries: string[] = [];
  const first = code.replace(ENTRY, (line, name: string) => {
    if (kept.has(name)) return line;
    laterEntries.push(line.replace(/,?$/, ','));
    return '';
  });
  const imports = code.match(/^import .*$/gm) ?? [];
  const later = [
    "import { ShaderChunk } from './ShaderChunk.js';",
    ...imports,
    'Object.assign(ShaderChunk, {',
    ...laterEntries,
    '});',
  ].join('\n');
  return { first, later, laterNames: new Set([...holders.keys()].filter((name) => !kept.has(name))) };
}

/** three's table of materials reads the texts when it is made; so it reads them when a material is first drawn. */
export function readWhenAsked(shaderLib: string): string {
  return shaderLib.replace(/\b(vertexShader|fragmentShader): (ShaderChunk\.\w+)/g, 'get $1() { return $2; }');
}
