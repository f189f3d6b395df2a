/** The few signs of the interface, drawn in one stroke width on a 24-unit square. */
const PATHS = {
  left: 'M15 5 8 12l7 7',
  right: 'm9 5 7 7-7 7',
  up: 'm5 15 7-7 7 7',
  down: 'm5 9 7 7 7-7',
  nearer: 'M12 5v14M5 12h14',
  farther: 'M5 12h14',
  close: 'm6 6 12 12M18 6 6 18',
  previous: 'M15 5 8 12l7 7',
  next: 'm9 5 7 7-7 7',
  back: 'M19 12H5m0 0 6-6m-6 6 6 6',
  aside: 'm8 8-4 4 4 4m8-8 4 4-4 4',
  whole: 'M4 9V4h5m6 0h5v5m0 6v5h-5m-6 0H4v-5',
  cross: 'M12 3v7m0 4v7M3 12h7m4 0h7',
  play: 'M8 5.500v13l10.500-6.500z',
  pause: 'M8.500 5.500v13m7-13v13',
  heart: 'M12 20S4 14.500 4 9a4 4 0 0 1 8-1.200A4 4 0 0 1 20 9c0 5.500-8 11-8 11z',
  tilt: 'M8.5 3.5h7v17h-7zM5 8l-2.5 4L5 16m14-8 2.5 4-2.5 4',
  sound: 'M4 9.500v5h3.500l5 4v-13l-5 4zM16 9a4.200 4.200 0 0 1 0 6m2.500-8.500a7.700 7.700 0 0 1 0 11',
  noSound: 'M4 9.500v5h3.500l5 4v-13l-5 4zM16.500 9.500l5 5m0-5-5 5',
  pad: 'M12 8V3m0 0L9.5 5.5M12 3l2.5 2.5M12 16v5m0 0-2.5-2.5M12 21l2.5-2.5M8 12H3m0 0 2.5-2.5M3 12l2.5 2.5M16 12h5m0 0-2.5-2.5M21 12l-2.5 2.5',
} as const;

/** Those that mean the way one reads, and turn around with it; what points into the picture never does. */
const READING: ReadonlySet<string> = new Set(['previous', 'next', 'back']);

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
      className={READING.has(name) ? 'icon--reading' : undefined}
    >
      <path d={PATHS[name]} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
