/** The only writers of `TourState.sound`. */
import type { AudioAsset, Exhibition } from '#document/schema.ts';
import type { CommandContext } from '../commands/context.ts';
import { findRelicAsset } from '../relic/commands.ts';
import { findHotspot, findNode } from '../selectors/findNode.ts';
import type { TourState } from '../state.ts';
import { MOST_LOUDNESS, type SoundSettings, type SoundVisit, type Teller } from './state.ts';

/** Loudness is rounded to whole steps and brought into range. */
export function setSound(context: CommandContext, settings: Partial<SoundSettings>): void {
  const { master, voice, ambience, ...rest } = { ...context.store.getState().sound, ...settings };
  change(context, { ...rest, master: inRange(master), voice: inRange(voice), ambience: inRange(ambience) });
}

/**
 * Strikes a relic of the place. Whoever strikes it wants to hear it: sound is turned on, unless the visitor has turned
 * it off. Nothing happens where it does not ring.
 */
export function ring(context: CommandContext, hotspotId: string): void {
  const state = context.store.getState();
  const audioId = ringOf(state, hotspotId)?.id;
  if (audioId === undefined) return;
  const serial = (state.sound.ring?.serial ?? 0) + 1;
  change(context, { isOn: state.sound.isOn ?? true, ring: { serial, hotspotId, audioId } });
}

/** Sounds once, all around, where sound is on; nothing happens for what is no sound of the exhibition. */
export function play(context: CommandContext, audioId: string): void {
  const { exhibition, sound } = context.store.getState();
  if (!findAudio(exhibition, audioId)) return;
  change(context, { ring: { serial: (sound.ring?.serial ?? 0) + 1, hotspotId: null, audioId } });
}

/** Written by whoever tells. */
export function noteTeller(context: CommandContext, teller: Teller | null): void {
  if (context.store.getState().sound.teller !== teller) change(context, { teller });
}

/** Written by whoever plays. */
export function noteHeard(context: CommandContext, heard: readonly string[]): void {
  const before = context.store.getState().sound.heard;
  if (before.length !== heard.length || before.some((id, index) => id !== heard[index])) change(context, { heard });
}

/** The sound of a relic of the place; undefined for what does not ring. */
export function ringOf(state: Pick<TourState, 'exhibition' | 'nodeId'>, hotspotId: string) {
  const hotspot = findHotspot(findNode(state.exhibition, state.nodeId), hotspotId);
  const asset = hotspot?.kind === 'relic' ? findRelicAsset(state.exhibition, hotspot.model) : undefined;
  return asset?.kind === 'model' && asset.rings !== undefined ? findAudio(state.exhibition, asset.rings) : undefined;
}

export function findAudio(exhibition: Exhibition, id: string): AudioAsset | undefined {
  return exhibition.assets.find((asset): asset is AudioAsset => asset.kind === 'audio' && asset.id === id);
}

/** Whether there is anything in it that can be heard. */
export function canBeHeard({ assets, tours = [] }: Exhibition): boolean {
  return tours.length > 0 || assets.some(({ kind }) => kind === 'audio');
}

function change({ store }: CommandContext, changes: Partial<SoundVisit>): void {
  store.setState({ sound: { ...store.getState().sound, ...changes } });
}

function inRange(step: number): number {
  return Number.isFinite(step) ? Math.min(MOST_LOUDNESS, Math.max(0, Math.round(step))) : MOST_LOUDNESS;
}
