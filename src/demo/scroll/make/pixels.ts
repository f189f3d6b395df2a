/** A picture of the scroll in memory, and the size of a level. */
export interface LevelSize {
  readonly width: number;
  readonly height: number;
}

export interface Pixels extends LevelSize {
  /** RGB bytes, row by row. */
  readonly data: Uint8Array;
}
