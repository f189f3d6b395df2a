import type { PickedText } from '#i18n/pickText.ts';
import type { ScreenMessage } from './channel.ts';
import type { ScreenLabels } from './labelsOf.ts';

/** No text of a document is longer. */
const MAX_TEXT = 20_000;
const MAX_TAG = 100;
/** Of paragraphs, facts, captions. */
const MOST_PARTS = 1_000;

type Fields = Readonly<Record<string, unknown>>;

/** Every script of the origin may write to the channel: what is no message as `ScreenMessage` has it is null. */
export function readMessage(data: unknown): ScreenMessage | null {
  if (!isObject(data) || data['grotto'] !== 1) return null;
  const { kind, visit, touched, labels } = data;
  if (kind === 'ask') return { grotto: 1, kind };
  if (!isText(visit, MAX_TAG) || visit === '') return null;
  if (kind === 'end') return { grotto: 1, kind, visit };
  if (kind !== 'labels' || typeof touched !== 'number' || !Number.isFinite(touched) || !areLabels(labels)) return null;
  return { grotto: 1, kind, visit, touched, labels };
}

function areLabels(value: unknown): value is ScreenLabels {
  if (!isObject(value)) return false;
  const { language, exhibition, place, summary, open, captions } = value;
  return (
    isText(language, MAX_TAG) &&
    [exhibition, place, summary].every(isPicked) &&
    (open === null || isOpen(open)) &&
    isListOf(captions, isPicked)
  );
}

function isOpen(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { title, paragraphs, facts } = value;
  return isPicked(title) && isListOf(paragraphs, isPicked) && isListOf(facts, isFact);
}

function isFact(value: unknown): boolean {
  return isObject(value) && isPicked(value['label']) && isPicked(value['value']);
}

function isPicked(value: unknown): value is PickedText {
  return isObject(value) && isText(value['text'], MAX_TEXT) && isText(value['language'], MAX_TAG);
}

function isListOf(value: unknown, isPart: (part: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= MOST_PARTS && value.every(isPart);
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
