/** How a visitor wants to use the page who presses a single switch, as far as a visit keeps it. */
export interface AccessSettings {
  /** Whether what can be pressed is shown one after the other, for a single key or a tap anywhere to choose. */
  readonly scans: boolean;
  /** Seconds from one to the next, 1 to 4. */
  readonly scanSeconds: number;
}

export const FIRST_ACCESS: AccessSettings = { scans: false, scanSeconds: 2 };
export const SCAN_SECONDS = { min: 1, max: 4, step: 0.5 } as const;
