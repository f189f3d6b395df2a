import type { Projection, PyramidLevel } from '#streaming/pyramid/pyramid.ts';
import type { OwnFlatSource } from '../../flat/own.ts';
import type { ForeignSource } from '../foreign/schema.ts';

/**
 * What the formats of other viewers become when a document is opened: one shape for all of them, so that whoever asks
 * for tiles need not know nine. No document says `tile-files` itself.
 */
export interface TileFiles extends TileLayout {
  readonly type: 'tile-files';
  /** What the document says. */
  readonly written: ForeignSource | OwnFlatSource;
  /** Why it cannot be shown; then there are no levels. */
  readonly faults: readonly LayoutFault[];
}

/** `key` of the written source that is wrong, and what about it, as the end of a sentence. */
export interface LayoutFault {
  readonly key: string;
  readonly fault: string;
}

export interface TileLayout {
  readonly projection: Projection;
  /** Longest edge of a tile, pixels. */
  readonly tileSize: number;
  /** Coarse to fine. */
  readonly levels: readonly FileLevel[];
  /** What {f} becomes for front, right, back, left, up, down. */
  readonly faces?: readonly string[];
  /** What {x} and {y} count from. */
  readonly firstIndex?: number;
  /** Up and down lie in their files turned by half a turn. */
  readonly isUpDownTurned?: boolean;
  /** All six faces in one picture, stacked top to bottom in this order. */
  readonly preview?: { readonly uri: string; readonly faceSize: number; readonly order: string };
}

export interface FileLevel extends PyramidLevel {
  /**
   * Addresses of the level's files, with what `tileFile` knows in braces. Zeros before a letter say how many digits
   * there are at least: {00y} has three.
   */
  readonly template: string;
  /** In place of the template: one file for each face. */
  readonly files?: readonly string[];
  /** The files hold a whole face or picture of this size, and tiles are cut from it in the browser. */
  readonly whole?: { readonly widthPx: number; readonly heightPx: number };
  /** Pixels of the neighbours that a tile's file repeats at its inner edges. */
  readonly overlapPx?: number;
  /** Pixels of the whole picture per pixel of this level, and its size: for addresses that name regions of it. */
  readonly region?: { readonly scale: number; readonly widthPx: number; readonly heightPx: number };
  /** Tiles of all coarser levels together: for addresses that count tiles. */
  readonly tilesBefore?: number;
}
