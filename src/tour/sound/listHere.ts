/** Which sounds a place has, for lists: each once, with how it was made. */
import type { AudioAsset, DigitalSourceType, Exhibition, ExhibitionNode } from '#document/schema.ts';
import { findRelicAsset } from '../relic/commands.ts';
import { findAudio } from './commands.ts';

export interface SoundHere {
  readonly audio: AudioAsset;
  /** Null where nobody said. */
  readonly sourceType: DigitalSourceType | null;
}

/** What sounds by itself first, then what sounds when it is struck. */
export function listHere(exhibition: Exhibition, node: ExhibitionNode | undefined): SoundHere[] {
  if (!node) return [];
  const ids = new Set(node.sounds?.map(({ audio }) => audio));
  for (const hotspot of node.hotspots ?? []) {
    const asset = hotspot.kind === 'relic' ? findRelicAsset(exhibition, hotspot.model) : undefined;
    if (asset?.kind === 'model' && asset.rings !== undefined) ids.add(asset.rings);
  }
  return [...ids].flatMap((id) => {
    const audio = findAudio(exhibition, id);
    return audio ? [{ audio, sourceType: audio.digitalSourceType ?? exhibition.digitalSourceType ?? null }] : [];
  });
}
