/** The only writers of `TourState.comparison`. Moving what is not open does nothing. */
import { toRadians, wrapAngle } from '#shared/angle.ts';
import type { StepLayers } from '#document/tourSchema.ts';
import type { TourState } from '../state.ts';
import type { CommandContext } from '../commands/context.ts';
import { hint } from '../hint.ts';
import { layersOf } from './layers.ts';
import { LEAST_LENS, MOST_LENS, type CompareMode, type Comparison } from './state.ts';

/** Part of the view's height that a lens takes when it is first opened. */
const FIRST_LENS = 0.3;

/** Lays another layer over the place's own. Throws where the place's panorama has no other layer of that id. */
export function openComparison(context: CommandContext, layerId: string, mode?: CompareMode): void {
  const { store, currentView } = context;
  const { comparison, exhibition, nodeId } = store.getState();
  const ids = layersOf(exhibition, nodeId).others.map(({ id }) => id);
  if (!ids.includes(layerId)) {
    throw new Error(`openComparison: no other layer "${layerId}" in node "${nodeId}"${hint(layerId, ids)}`);
  }
  const { yaw, pitch, fov } = currentView();
  const settings = comparison ?? {
    mode: 'lens' as const,
    lens: { yaw, pitch, radius: clamp(fov * FIRST_LENS, LEAST_LENS, MOST_LENS) },
    curtain: 0.5,
    blend: 0.5,
    isPinned: false,
  };
  store.setState({ comparison: { ...settings, layerId, mode: mode ?? settings.mode } });
}

/** Lays another layer over the place's own as a step of a tour says; what it leaves open stays as it is. */
export function presentLayers(context: CommandContext, { layer, mode, lens, curtain, blend }: StepLayers): void {
  openComparison(context, layer, mode);
  const before = context.store.getState().comparison;
  if (!before) return;
  const radius = lens?.radius === undefined ? before.lens.radius : toRadians(lens.radius);
  setComparison(context, {
    isPinned: true,
    ...(lens && { lens: { yaw: toRadians(lens.yaw), pitch: toRadians(lens.pitch), radius } }),
    ...(curtain !== undefined && { curtain }),
    ...(blend !== undefined && { blend }),
  });
}

export function closeComparison({ store }: CommandContext): void {
  if (store.getState().comparison) store.setState({ comparison: null });
}

/** Moves lens, curtain or blend, or chooses how the layers are seen together; values out of range are brought into it. */
export function setComparison({ store }: CommandContext, settings: Partial<Omit<Comparison, 'layerId'>>): void {
  const { comparison } = store.getState();
  if (!comparison) return;
  const { lens, curtain, blend } = { ...comparison, ...settings };
  store.setState({
    comparison: {
      ...comparison,
      mode: settings.mode ?? comparison.mode,
      isPinned: settings.isPinned ?? comparison.isPinned,
      lens: {
        yaw: wrapAngle(lens.yaw),
        pitch: clamp(lens.pitch, -Math.PI / 2, Math.PI / 2),
        radius: clamp(lens.radius, LEAST_LENS, MOST_LENS),
      },
      curtain: clamp(curtain, 0, 1),
      blend: clamp(blend, 0, 1),
    },
  });
}

/** What remains of a comparison in another node: the same, where its panorama has that layer beside the one it shows. */
export function carryComparison(
  comparison: Comparison | null,
  { exhibition }: Pick<TourState, 'exhibition'>,
  nodeId: string,
): Comparison | null {
  if (!comparison) return null;
  return layersOf(exhibition, nodeId).others.some(({ id }) => id === comparison.layerId) ? comparison : null;
}

function clamp(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : least;
}
