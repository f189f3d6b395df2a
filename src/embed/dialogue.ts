import { type CallMessage, type CallName, readReply } from './protocol.ts';

export interface DialoguePorts {
  /** The window of the frame; what comes from any other is not heard. */
  readonly frame: unknown;
  /** Of the exhibition; what the frame says while it shows a page of another origin is not heard. */
  readonly origin: string;
  /** To the frame, and to a page of that origin alone. */
  readonly post: (message: CallMessage) => void;
  readonly onEvent: (event: string, detail: unknown) => void;
}

/** The parts of a message event that are needed. */
export interface HeardMessage {
  readonly source: unknown;
  readonly origin: string;
  readonly data: unknown;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A visit that hangs must not fill the page's memory with questions. */
const MOST_WAITING = 256;

/** One page's talk with the visit in one frame: calls out, answers and events in. */
export class Dialogue {
  readonly #ports: DialoguePorts;
  readonly #waiting = new Map<string | number, Waiting>();
  #next = 1;
  #ended: Error | null = null;

  constructor(ports: DialoguePorts) {
    this.#ports = ports;
  }

  /** Rejected with the visit's own words where it refuses, and with those of `end` where it is gone. */
  call(name: CallName, ...args: readonly unknown[]): Promise<unknown> {
    if (this.#ended) return Promise.reject(this.#ended);
    if (this.#waiting.size >= MOST_WAITING) {
      return Promise.reject(new Error(`${name}: ${MOST_WAITING} calls are waiting for an answer already`));
    }
    // The page may post calls of its own beside these, and count them as it likes.
    const id = `grotto-exhibition-${this.#next++}`;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      try {
        this.#ports.post({ grotto: 1, id, call: name, args });
      } catch (error) {
        // What cannot be copied, such as a function among the arguments, was not sent.
        this.#waiting.delete(id);
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  }

  hear({ source, origin, data }: HeardMessage): void {
    if (this.#ended || source !== this.#ports.frame || origin !== this.#ports.origin) return;
    const reply = readReply(data);
    if (!reply) return;
    if ('event' in reply) {
      this.#ports.onEvent(reply.event, reply.detail);
      return;
    }
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ('error' in reply) waiting?.reject(new Error(reply.error));
    else waiting?.resolve(reply.result);
  }

  /** Calls that wait are rejected: whoever was asked is not there any more. */
  forget(reason: string): void {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(new Error(reason));
  }

  /** Calls that wait are rejected, and so is every later one. */
  end(reason: string): void {
    this.#ended ??= new Error(reason);
    this.forget(reason);
  }
}
