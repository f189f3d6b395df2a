/** Fetches a file of captions from the exhibition's own folder, bounded while it arrives. */
import { CaptionError, type Cue } from './cue.ts';
import { MOST_CAPTION_BYTES } from './gateVtt.ts';

/** Rejects with a `CaptionError`, or with the signal's reason when cancelled. */
export async function loadCues(url: string, signal: AbortSignal): Promise<Cue[]> {
  const [{ readVtt }, text] = await Promise.all([import('./readVtt.ts'), fetchText(url, signal)]);
  return readVtt(text);
}

async function fetchText(url: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, { signal, credentials: 'same-origin' }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new CaptionError('no answer from the server for the captions');
  });
  if (!response.ok || !response.body) throw new CaptionError(`the server answered ${response.status} for the captions`);
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    bytes += piece.value.length;
    if (bytes > MOST_CAPTION_BYTES) {
      await reader.cancel();
      throw new CaptionError(`the captions are larger than ${MOST_CAPTION_BYTES} bytes`);
    }
    text += decoder.decode(piece.value, { stream: true });
  }
  return text + decoder.decode();
}
