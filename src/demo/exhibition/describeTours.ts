/** Turns the tours' texts into steps of the document; a step whose place has not been made is left out. */
import type { Asset, Exhibition, ExhibitionNode } from '#document/schema.ts';
import type { Tour, TourStep } from '#document/tourSchema.ts';
import { TOURS, type TourStepText } from './tours.ts';

/** Seconds a step lasts at least without a voice: about reading speed, 12 characters of English a second. */
const CHARACTERS_PER_SECOND = 12;

export function describeTours({ nodes, assets }: Pick<Exhibition, 'nodes' | 'assets'>): Tour[] {
  return TOURS.map(({ id, label, summary, steps }) => ({
    id,
    label,
    summary,
    steps: steps.flatMap((step) => describeStep(step, nodes, assets)),
  })).filter(({ steps }) => steps.length > 0);
}

function describeStep(step: TourStepText, nodes: readonly ExhibitionNode[], assets: readonly Asset[]): TourStep[] {
  const node = nodes.find(({ id }) => id === step.at);
  if (!node) return [];
  const hotspot = node.hotspots?.find(({ id }) => id === step.show);
  if (step.show !== undefined && !hotspot) throw new Error(`a tour shows "${step.show}", which "${step.at}" has not`);
  const target = hotspot?.target ?? (step.spot && !('point' in step.spot) ? step.spot : node.start);
  const { yaw = 0, pitch = 0 } = target ?? {};
  const { at: _at, show: _show, spot: _spot, fov, narration, light, measure, ...shown } = step;
  const asset = assets.find(({ id }) => id === node.asset);
  const place = asset?.kind === 'panorama' ? asset : null;
  const length = step.narration['en']?.length ?? 0;
  return [
    {
      at: node.id,
      // In a hall one comes in by the door, whatever one is shown there.
      ...(node.id !== 'gallery' && { look: { yaw, pitch, fov } }),
      ...(hotspot && { show: hotspot.id }),
      ...shown,
      ...(light && place?.light && { light }),
      ...(measure && place?.depth && { measure }),
      narration,
      minSeconds: Math.ceil(length / CHARACTERS_PER_SECOND),
    },
  ];
}
