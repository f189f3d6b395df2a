const PIECES = ['picture', 'interface'] as const;
export type Piece = (typeof PIECES)[number];

/**
 * Which single piece of the viewer the address asks for, to work on it or to measure it alone: `?play=picture` is the
 * picture without the page around it, `?play=interface` the page without a picture. Null for the whole.
 */
export function readPiece(search: string): Piece | null {
  const wanted = new URLSearchParams(search).get('play');
  return PIECES.find((piece) => piece === wanted) ?? null;
}

/** Whether the page that shows the visit in a frame has shown its title as well: `?embed`, as `#embed/address.ts` writes it. */
export function isEmbedded(search: string): boolean {
  return new URLSearchParams(search).has('embed');
}
