import * as z from 'zod/mini';
import { type Heartbeat, MOST_ERROR_TEXT, MOST_ERRORS } from '#shared/heartbeat.ts';

const count = z.number().check(z.minimum(0));
const word = z.string().check(z.maxLength(60));

/** What a heartbeat does not have is left out, so that nothing else comes along. */
const heartbeat = z.object({
  page: word,
  version: word,
  phase: word,
  seconds: count,
  visitors: count,
  framesDrawn: count,
  textureBytes: count,
  heapBytes: z.nullable(count),
  reloads: count,
  illness: z.nullable(word),
  isHidden: z.boolean(),
  errors: z
    .array(z.object({ at: count, kind: word, text: z.string().check(z.maxLength(MOST_ERROR_TEXT)), times: count }))
    .check(z.maxLength(MOST_ERRORS)),
}) satisfies z.ZodMiniType<Heartbeat>;

/** Null where the text is none. */
export function readHeartbeat(text: string): Heartbeat | null {
  try {
    return heartbeat.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
