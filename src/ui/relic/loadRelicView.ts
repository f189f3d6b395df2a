import type { ComponentType } from 'react';

/** The ways of looking at a relic are a chunk of their own, fetched when one is about to be taken up. */
export function loadRelicView(): Promise<{ readonly RelicView: ComponentType }> {
  return import('./RelicView.tsx');
}
