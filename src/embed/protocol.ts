/**
 * What an embedding page and a visit in its frame say to each other. The page posts a call and gets an answer of the same
 * id; `on` is answered once and followed by an event each time. Angles are degrees: yaw grows to the right, pitch upward,
 * `fov` is the vertical field of view (1 to 120).
 *
 *     frame.contentWindow.postMessage({ grotto: 1, id: 7, call: 'goTo', args: ['hall'] }, origin)
 *     // → { grotto: 1, id: 7, result: undefined }  or  { grotto: 1, id: 7, error: 'goTo: no node "hall" …' }
 *
 * A visit answers its own origin and those that its document lists under `embed.allowedOrigins`, nobody else. Once it can
 * be steered it posts `{ grotto: 1, event: 'ready' }`, which says nothing else, to whatever page holds the frame.
 */
export const CALLS = ['ready', 'goTo', 'look', 'setLanguage', 'guide', 'state', 'whenSharp', 'stats', 'on'] as const;
export type CallName = (typeof CALLS)[number];

export interface CallMessage {
  readonly grotto: 1;
  readonly id: string | number;
  readonly call: CallName;
  readonly args?: readonly unknown[];
}

export type AnswerMessage =
  | { readonly grotto: 1; readonly id: string | number; readonly result: unknown }
  | { readonly grotto: 1; readonly id: string | number; readonly error: string };

export interface EventMessage {
  readonly grotto: 1;
  /** `ready`, or what `on` was asked for. */
  readonly event: string;
  readonly detail?: unknown;
}

export interface ViewInDegrees {
  readonly yaw: number;
  readonly pitch: number;
  readonly fov: number;
}

/** What `state` answers, as far as a page that embeds a visit needs it. */
export interface PlaceState {
  readonly exhibitionId: string;
  readonly nodeId: string;
  /** Where the visitor looks at this moment. */
  readonly view: ViewInDegrees;
  readonly language: string;
  /** Whether the title card still covers the picture. */
  readonly isTitleOpen: boolean;
  readonly nodeIds: readonly string[];
}

/** What a visit posted, or null where it is no message of this protocol. */
export function readReply(data: unknown): AnswerMessage | EventMessage | null {
  if (typeof data !== 'object' || data === null) return null;
  const { grotto, id, event, detail, error, result } = data as Record<string, unknown>;
  if (grotto !== 1) return null;
  if (typeof event === 'string') return { grotto, event, detail };
  if (typeof id !== 'number' && typeof id !== 'string') return null;
  return typeof error === 'string' ? { grotto, id, error } : { grotto, id, result };
}
