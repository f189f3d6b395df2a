/** Why a file of a tileset is refused; the message says the same in words for whoever made the exhibition. */
export type TilesetFaultCode =
  | 'not-a-tileset'
  | 'too-large'
  | 'too-deep'
  | 'too-many'
  | 'bad-error'
  | 'bad-volume'
  | 'bad-transform'
  | 'bad-refine'
  | 'bad-uri'
  | 'cycle'
  | 'unknown-extension'
  | 'bad-implicit-tiling'
  | 'bad-content'
  | 'missing';

export class TilesetError extends Error {
  readonly code: TilesetFaultCode;
  /** The file that was refused, as one would name it to a curator. */
  readonly file: string;

  /**
   * `problem` says where in the file, what is wrong, what was expected and what to do:
   * `root.children.2.geometricError: is -5; expected a number of metres, 0 or more`.
   */
  constructor(code: TilesetFaultCode, file: string, problem: string) {
    super(`${file}: ${problem}`);
    this.name = 'TilesetError';
    this.code = code;
    this.file = file;
  }
}

/** The last part of an address, by which a curator finds the file. */
export function fileNameOf(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? url;
  const name = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
