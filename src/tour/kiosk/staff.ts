/** What the staff can ask of a kiosk, and do about it. */
import type { StoreApi } from 'zustand/vanilla';
import type { CodePad } from './codePad.ts';
import type { JournalEntry } from './journal.ts';

export interface KioskStatus {
  readonly version: string;
  /** Since the page was loaded. */
  readonly seconds: number;
  /** Who have gone since then. */
  readonly visitors: number;
  /** Of scripts; null where the browser does not say. */
  readonly memoryBytes: number | null;
}

export interface StaffTools {
  /** What is typed of the code; outlives the corner, so that closing it gives nobody further guesses. */
  readonly pad: StoreApi<CodePad>;
  press(digit: string): void;
  erase(): void;
  /** Whether what was typed is the code. */
  check(): Promise<boolean>;
  status(): KioskStatus;
  entries(): readonly JournalEntry[];
  /** 0 to 10, for every visitor from now on. */
  volume(): number;
  setVolume(volume: number): void;
  reload(): void;
}
