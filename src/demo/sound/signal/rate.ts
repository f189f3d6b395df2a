/** Samples a second of everything that is synthesised. */
export const RATE = 48_000;

/** One channel, or left and right of equal length; full scale is ±1. */
export type Channels = readonly Float32Array[];
