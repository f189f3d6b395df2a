import type { Panel } from '../state.ts';

export function isSamePanel(a: Panel | null, b: Panel | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind === 'hotspot' && b.kind === 'hotspot') return a.hotspotId === b.hotspotId;
  return a.kind === b.kind;
}
