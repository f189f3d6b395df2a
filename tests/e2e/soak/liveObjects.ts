/** Counts in the page what WebGL made and nobody has given back, by kind, and the bytes of buffers and textures. */

export type LiveKind = 'textures' | 'buffers' | 'programs' | 'vertexArrays' | 'framebuffers' | 'renderbuffers';

export interface LiveObjects {
  counts(): Record<LiveKind, number>;
  /** Where those that were made since the last call and are still there were made: first frames of a stack → how many. */
  newcomers(): Record<string, number>;
}

declare global {
  interface Window {
    liveObjects: LiveObjects;
    /** With `--js-flags=--expose-gc`. */
    gc?: () => void;
  }
}

/** Runs in the page before any of its scripts; must not refer to anything outside of itself. */
export function countLiveObjects(): void {
  const kinds = {
    textures: 'Texture',
    buffers: 'Buffer',
    programs: 'Program',
    vertexArrays: 'VertexArray',
    framebuffers: 'Framebuffer',
    renderbuffers: 'Renderbuffer',
  } satisfies Record<LiveKind, string>;
  const methods = WebGL2RenderingContext.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
  const live = new Map<LiveKind, Map<object, string>>();
  let known = new Set<object>();
  for (const [kind, name] of Object.entries(kinds) as [LiveKind, string][]) {
    const objects = new Map<object, string>();
    live.set(kind, objects);
    const create = methods[`create${name}`];
    const remove = methods[`delete${name}`];
    if (!create || !remove) throw new Error(`WebGL has no ${name}`);
    methods[`create${name}`] = function (...args) {
      const made = Reflect.apply(create, this, args) as object | null;
      const stack = (new Error().stack ?? '').split('\n').slice(2, 8);
      if (made) objects.set(made, `${kind}: ${stack.map((line) => line.trim().replace(/http\S*\//, '')).join(' < ')}`);
      return made;
    };
    methods[`delete${name}`] = function (...args) {
      objects.delete(args[0] as object);
      return Reflect.apply(remove, this, args);
    };
  }
  window.liveObjects = {
    counts() {
      const counts = {} as Record<LiveKind, number>;
      for (const [kind, objects] of live) counts[kind] = objects.size;
      return counts;
    },
    newcomers() {
      const found: Record<string, number> = {};
      const now = new Set<object>();
      for (const objects of live.values()) {
        for (const [one, stack] of objects) {
          now.add(one);
          if (!known.has(one)) found[stack] = (found[stack] ?? 0) + 1;
        }
      }
      known = now;
      return found;
    },
  };
}
