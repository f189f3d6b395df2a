/** All ranges of the landscape in the reading direction. */
import type { Range } from '#demo/scroll/land/range.ts';
import { FIRST_RANGES } from '#demo/scroll/land/rangesFirst.ts';
import { LAST_RANGES } from '#demo/scroll/land/rangesLast.ts';

export const RANGES: readonly Range[] = [...FIRST_RANGES, ...LAST_RANGES];
