/** A node names sounds that exist and that have a place in it; what is heard nowhere is left out. */
import type { FaultList } from '../fault.ts';
import type { Asset, ExhibitionNode, NodeSound } from '../schema.ts';
import { placeIn, type Places } from './places.ts';

type SuggestId = (id: string, known: ReadonlyMap<string, unknown>) => string | undefined;

export function settleSounds(
  node: ExhibitionNode,
  { assets, isInGallery }: { readonly assets: ReadonlyMap<string, Asset>; readonly isInGallery: boolean },
  places: Places,
  faults: FaultList,
  suggestId: SuggestId,
): void {
  const add = (sound: NodeSound, key: string, code: string, message: string, remedy?: string): false => {
    const path = placeIn(places, sound, key);
    faults.add({ severity: 'error', path, code, message, ...(remedy !== undefined && { remedy }) });
    return false;
  };

  const hasItsAudio = (sound: NodeSound): boolean => {
    const asset = assets.get(sound.audio);
    if (asset?.kind === 'audio') return true;
    const what = asset ? `"${sound.audio}" is no audio` : `no asset "${sound.audio}"`;
    return add(sound, 'audio', 'unknown-asset', what, asset ? undefined : suggestId(sound.audio, audiosOf(assets)));
  };

  const isPlaced = (sound: NodeSound): boolean => {
    if (sound.kind === 'ambience' || (sound.kind === 'point' && sound.target)) return true;
    const isOnSite = sound.kind === 'area' || sound.position !== undefined;
    if (isOnSite && (isInGallery || node.position)) return true;
    const message = `"${sound.audio}" comes from nowhere in this place`;
    const remedy = isOnSite ? 'say where the node is ("position")' : 'say where it is: "target" or "position"';
    return add(sound, 'audio', 'no-target', message, remedy);
  };

  node.sounds &&= node.sounds.filter((sound) => hasItsAudio(sound) && isPlaced(sound));
}

/** The sounds alone, so that no picture is suggested for one. */
export function audiosOf(assets: ReadonlyMap<string, Asset>): ReadonlyMap<string, Asset> {
  return new Map([...assets].filter(([, { kind }]) => kind === 'audio'));
}
