import type { ReadForeign, Refused } from './readForeign.ts';

export interface ImportJob {
  readonly bytes: Uint8Array;
  readonly url: string;
}

export type ImportAnswer = { readonly found: ReadForeign | Refused | null } | { readonly failed: string };
