import { type AnswerMessage, type CallMessage, CALLS, type EventMessage } from '#embed/protocol.ts';
import type { GrottoApi, VisitEvent } from './api.ts';

/** The parts of a message event that are needed, so that a test needs no browser. */
export interface IncomingMessage {
  readonly origin: string;
  readonly source: MessageTarget | null;
  readonly data: unknown;
}

export interface MessageTarget {
  postMessage(message: AnswerMessage | EventMessage, targetOrigin: string): void;
}

/** No page needs more listeners; one that asks on and on must not fill the memory. */
const MOST_LISTENERS = 32;
/** Nor more calls under way: what waits for a sharp picture could wait for long. */
const MOST_UNDER_WAY = 64;

/**
 * Answers calls that other windows post. Only exact origins of the list are heard; to all others the page is mute, and
 * what is no call of this protocol is not answered either, since it may be meant for someone else.
 */
export function createAnswerer(
  api: GrottoApi,
  allowedOrigins: readonly string[],
): (message: IncomingMessage) => Promise<void> {
  let listeners = 0;
  let underWay = 0;
  return async ({ origin, source, data }) => {
    if (!source || !allowedOrigins.includes(origin)) return;
    const call = readCall(data);
    if (!call) return;
    const post = (message: AnswerMessage | EventMessage) => source.postMessage(message, origin);
    const { id } = call;
    if (underWay >= MOST_UNDER_WAY) {
      post({ grotto: 1, id, error: `${call.call}: at most ${MOST_UNDER_WAY} calls at a time` });
      return;
    }
    underWay++;
    try {
      if (call.call === 'on') {
        if (++listeners > MOST_LISTENERS) throw new Error(`on: at most ${MOST_LISTENERS} listeners`);
        // `on` itself says what is wrong with the name of an event.
        const event = call.args?.[0] as VisitEvent;
        api.on(event, (detail) => post({ grotto: 1, event, detail }));
        post({ grotto: 1, id, result: undefined });
        return;
      }
      post({ grotto: 1, id, result: await carryOut(api, call) });
    } catch (error) {
      post({ grotto: 1, id, error: error instanceof Error ? error.message : String(error) });
    } finally {
      underWay--;
    }
  };
}

function carryOut(api: GrottoApi, { call, args = [] }: CallMessage): Promise<unknown> | undefined {
  // The arguments come from outside; the API checks each itself.
  const [first, second] = args as [never, never];
  switch (call) {
    case 'ready':
      return api.ready;
    case 'goTo':
      return api.goTo(first, second);
    case 'look':
      return api.look(first, second);
    case 'setLanguage':
      return api.setLanguage(first);
    case 'guide':
      return api.guide(first, second);
    case 'state':
      return api.state();
    case 'whenSharp':
      return api.whenSharp();
    case 'stats':
      return api.stats();
    case 'on':
      return undefined;
  }
}

function readCall(data: unknown): CallMessage | null {
  if (typeof data !== 'object' || data === null) return null;
  const { grotto, id, call, args } = data as Record<string, unknown>;
  const hasId = typeof id === 'number' || (typeof id === 'string' && id.length <= 100);
  const hasArgs = args === undefined || (Array.isArray(args) && args.length <= 2);
  const known = CALLS.find((name) => name === call);
  if (grotto !== 1 || !hasId || !hasArgs || known === undefined) return null;
  return { grotto: 1, id, call: known, ...(args !== undefined && { args: args as unknown[] }) };
}
