/** Names for the things of an exhibition, made from whatever they are called elsewhere. Each is given once. */
const MAX_ID = 64;

export interface IdMaker {
  /** A name that no other thing of this maker has: `Main Hall` becomes `main-hall`, a second one `main-hall-2`. */
  make(wish: string, fallback: string): string;
}

export function createIdMaker(): IdMaker {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return {
    make(wish, fallback) {
      const plain = slugOf(wish) || slugOf(fallback) || 'thing';
      let id = plain;
      // Counting goes on where it was, so that ten thousand things of one name are no long search.
      for (let n = counts.get(plain) ?? 2; taken.has(id.toLowerCase()); n++) {
        id = `${plain.slice(0, MAX_ID - 8)}-${n}`;
        counts.set(plain, n + 1);
      }
      taken.add(id.toLowerCase());
      return id;
    },
  };
}

function slugOf(text: string): string {
  const words = text.slice(0, 500).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return words
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
    .slice(0, MAX_ID - 8)
    .replace(/[^a-z0-9]+$/, '');
}

/** The last part of an address that says something: `https://a.example/iiif/hall/canvas/1` gives `hall-canvas-1`. */
export function nameOfAddress(address: string): string {
  const parts = address
    .replace(/[?#].*$/, '')
    .split('/')
    .filter((part) => part !== '');
  const name = parts.at(-1) ?? '';
  const short = /^(manifest(\.json)?|index(\.\w+)?|\d+|p\d+|default\.\w+|info\.json)$/i.test(name);
  return (short ? parts.slice(-3).join('-') : name).replace(/\.(json|jpe?g|png|webp|glb|gltf|xml|js)$/i, '');
}
