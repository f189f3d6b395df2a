import process from 'node:process';
import type { Walk } from './walkTour.ts';

/** `GROTTO_ALL_WALKS=1` walks every tour in every language, wherever it can be walked; otherwise one on each of page, kiosk and headset. */
export const HAS_ALL = process.env['GROTTO_ALL_WALKS'] === '1';

/** Either tour in either language, by either of its ways. */
export const ALL_WALKS = [
  { tourId: 'three-caves', language: 'en', choice: 0 },
  { tourId: 'three-caves', language: 'zh-Hans', choice: 1 },
  { tourId: 'left-and-guessed', language: 'en', choice: 1 },
  { tourId: 'left-and-guessed', language: 'zh-Hans', choice: 0 },
] as const satisfies readonly Walk[];
