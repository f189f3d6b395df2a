/** What the check needs of the exhibition's folder. Paths are relative to it, with `/` between names. */
export interface ExhibitionFolder {
  /** Whether there is a file of exactly this name (case counts), within the folder even if links are followed. */
  hasFile(path: string): Promise<boolean>;
  /** What a picture file really is. Decodes it, so that a broken one is found. SVG is not asked for here. */
  readPicture(path: string): Promise<PictureReading>;
  /** How long a file is, and its first `count` bytes, or fewer where it has fewer. */
  readHead(path: string, count: number): Promise<{ bytes: number; head: Uint8Array }>;
  /** A whole file; null where it is larger than `maxBytes`. */
  readBytes(path: string, maxBytes: number): Promise<Uint8Array | null>;
  /** A small text file; null where it is larger than `maxBytes`. */
  readText(path: string, maxBytes: number): Promise<string | null>;
}

export type PictureReading =
  | {
      readonly width: number;
      readonly height: number;
      readonly format: string;
      /** True for one channel of 16 bits, as depth wants it. */
      readonly isGrey16?: boolean;
      readonly isInterlaced?: boolean;
      readonly reason?: undefined;
    }
  | { readonly reason: string };
