import type { ReactNode } from 'react';
import { useUi } from './context.ts';

/** What leads out of the page or leaves a file behind: on a screen that many share it is not there. */
export function TakenAway({ children }: { readonly children: ReactNode }) {
  return useUi().kiosk ? null : children;
}
