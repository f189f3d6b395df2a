/** The page of a second screen: words alone, as large as they fit. It knows nothing but what the visit tells it. */
import type { PickedText } from '#i18n/pickText.ts';
import { channelName, type ScreenMessage } from '#tour/screen/channel.ts';
import { type FollowedVisits, followVisits, labelsToShow } from '#tour/screen/followVisits.ts';
import type { ScreenLabels } from '#tour/screen/labelsOf.ts';
import { readMessage } from '#tour/screen/readMessage.ts';
import './labels.css';

const page = document.body;
const waiting = document.getElementById('waiting');
const shown = document.createElement('main');
shown.hidden = true;
page.append(shown);

function write(tag: string, className: string, { text, language }: PickedText): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.lang = language;
  element.dir = 'auto';
  element.textContent = text;
  return element;
}

function show({ language, exhibition, place, summary, open, captions }: ScreenLabels): void {
  document.documentElement.lang = language;
  document.title = `${place.text} · ${exhibition.text}`;
  const words = [write('p', 'exhibition', exhibition), write('h1', 'place', place)];
  if (open) {
    words.push(write('h2', 'title', open.title));
    const facts = document.createElement('dl');
    for (const { label, value } of open.facts) {
      const row = document.createElement('div');
      row.append(write('dt', '', label), write('dd', '', value));
      facts.append(row);
    }
    if (open.facts.length > 0) words.push(facts);
    words.push(...open.paragraphs.map((paragraph) => write('p', 'text', paragraph)));
  } else if (summary.text !== '') words.push(write('p', 'text', summary));
  const said = document.createElement('footer');
  said.append(...captions.map((caption) => write('p', 'caption', caption)));
  shown.replaceChildren(...words, said);
  turnTo(true);
}

function turnTo(isShown: boolean): void {
  shown.hidden = !isShown;
  if (waiting) waiting.hidden = isShown;
}

// This page lies beside the scripts, one folder below the visit.
const channel = new BroadcastChannel(channelName(new URL('..', document.baseURI).href));
let visits: FollowedVisits = new Map();
channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = readMessage(data);
  if (!message) return;
  visits = followVisits(visits, message);
  const labels = labelsToShow(visits);
  if (labels) show(labels);
  else turnTo(false);
});
channel.postMessage({ grotto: 1, kind: 'ask' } satisfies ScreenMessage);
