/** A slow line made on loopback: every answer waits, then all answers together share one rate. */
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export const LATENCY_MS = 20;
export const RATE_MBIT = 30;

/** Small enough that six answers at once advance side by side, as they do on a real line. */
const CHUNK_BYTES = 8 * 1024;
/** Timers wake a millisecond late now and then; a line that was idle may catch up by this much, never more. */
const SLACK_MS = 2;

/** One line shared by every answer that is sent through it. */
export class SlowLine {
  private freeAt = 0;
  private readonly bytesPerMs: number;

  constructor(rateMbit = RATE_MBIT) {
    this.bytesPerMs = (rateMbit * 1e6) / 8 / 1000;
  }

  /** Sends a whole body; resolves true when it left, false when the other side hung up. */
  async send(response: ServerResponse, body: Buffer): Promise<boolean> {
    await sleep(LATENCY_MS);
    for (let offset = 0; offset < body.length; offset += CHUNK_BYTES) {
      if (response.destroyed) return false;
      const chunk = body.subarray(offset, offset + CHUNK_BYTES);
      const now = performance.now();
      this.freeAt = Math.max(this.freeAt, now - SLACK_MS) + chunk.length / this.bytesPerMs;
      const wait = this.freeAt - now;
      if (wait > 0) await sleep(wait);
      response.write(chunk);
    }
    response.end();
    return true;
  }
}
