/** Pages that want to hear of edits: server-sent events, each to all of them. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LIVE_EVENTS } from '#shared/liveEdits.ts';

export interface LiveDesk {
  /** Answers for the events; what it does not answer (false) is for somebody else. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** Tells every page, and those that come later until something else is told where `isLasting`. */
  tell(event: string, data?: unknown, isLasting?: boolean): void;
  close(): void;
}

/** More pages than a curator has open; those that come later hear of nothing. */
const MOST_PAGES = 32;
/** A line now and then, so that no proxy takes the connection for dead, milliseconds. */
const PULSE_MS = 25_000;

export function createLiveDesk(): LiveDesk {
  const pages = new Set<ServerResponse>();
  let lasting = '';
  const pulse = setInterval(() => pages.forEach((page) => page.write(':\n\n')), PULSE_MS);
  pulse.unref();
  return {
    answer(request, response) {
      const isAsked = request.method === 'GET' && (request.url ?? '').split('?', 1)[0] === `/${LIVE_EVENTS}`;
      if (!isAsked || pages.size >= MOST_PAGES) return Promise.resolve(false);
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write(`retry: 1000\n\n${lasting}`);
      pages.add(response);
      response.on('close', () => pages.delete(response));
      return Promise.resolve(true);
    },
    tell(event, data = null, isLasting = false) {
      const message = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
      lasting = isLasting ? message : '';
      for (const page of pages) page.write(message);
    },
    close() {
      clearInterval(pulse);
      for (const page of pages) page.end();
    },
  };
}
