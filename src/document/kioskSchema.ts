/** How an exhibition stands in a museum, on a screen that many touch one after the other. */
import * as z from 'zod/mini';
import { id } from './fields.ts';

/** Below this nobody has time to read the question and to answer it (WCAG 2.2.1); seconds. */
const LEAST_ANSWER = 20;

/** How many digits the code of the staff has. */
export const STAFF_DIGITS = { least: 4, most: 12 } as const;

const hex = (bytes: number) =>
  z.string().check(z.regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`), `${2 * bytes} digits of 0–9 and a–f`));

/** The code of the staff as `grotto deploy --code` writes it: nobody can read the code off it, yet a page can compare. */
const staff = z.strictObject({
  salt: hex(16),
  /** PBKDF2 with SHA-256. */
  hash: hex(32),
  iterations: z.number().check(z.int(), z.minimum(100_000), z.maximum(5_000_000)),
});

export const kiosk = z.strictObject({
  /** Whether the page is a kiosk whatever its address says; `?profile=kiosk` asks for it otherwise. */
  isAlways: z.optional(z.boolean()),
  /** The guided tour that is shown while nobody is there; the first by default. */
  attract: z.optional(id),
  /** Seconds without a touch before a visitor is asked whether they are still there; 90 by default. */
  idleSeconds: z.optional(z.number().check(z.minimum(30), z.maximum(3_600))),
  /** Seconds that the question waits for an answer; 30 by default. */
  answerSeconds: z.optional(z.number().check(z.minimum(LEAST_ANSWER), z.maximum(300))),
  /** How the screen stands, for what must be reached from a wheelchair: metres above the floor. */
  screen: z.optional(
    z.strictObject({
      bottom: z.number().check(z.minimum(0), z.maximum(2)),
      top: z.number().check(z.minimum(0.2), z.maximum(5)),
    }),
  ),
  /** Whether the controls begin within reach of a wheelchair, without being asked to. */
  isLow: z.optional(z.boolean()),
  /** How large letters are at first, against those of the page. 1.25 by default. */
  type: z.optional(z.number().check(z.minimum(1), z.maximum(2.5))),
  /** Where the same exhibition is on the web: codes for phones lead there. Without it phones are given no list. */
  publicUrl: z.optional(z.string().check(z.maxLength(500))),
  staff: z.optional(staff),
});

export type KioskSettings = z.infer<typeof kiosk>;
export type StaffCode = z.infer<typeof staff>;
