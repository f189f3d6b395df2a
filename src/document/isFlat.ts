import type { FlatAsset } from './flatSchema.ts';

/** Whether an asset is a flat picture that can be a place. */
export function isFlat<Any extends { readonly kind: string }>(asset: Any | undefined): asset is Any & FlatAsset {
  return asset?.kind === 'scroll' || asset?.kind === 'picture';
}
