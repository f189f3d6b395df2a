/** The three pictures of every cave, named like the document's layer kinds. */
export type Layer = 'as-found' | 'restored' | 'line-drawing';
export const LAYERS = ['as-found', 'restored', 'line-drawing'] as const satisfies readonly Layer[];
