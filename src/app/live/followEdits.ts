/** A visit that is being edited: loaded anew after each edit, where it was; errors stand over it until they are mended. */
import { loadLocale } from '#i18n/loadLocale.ts';
import { translate } from '#i18n/translate.ts';
import { EDIT, FAULTS, LIVE_EVENTS } from '#shared/liveEdits.ts';
import './live.css';

/** The address holds place, view and what is open, so a page that is loaded again is where it was. */
export function followEdits(): void {
  const events = new EventSource(LIVE_EVENTS);
  events.addEventListener(EDIT, () => location.reload());
  events.addEventListener(FAULTS, ({ data }: MessageEvent<string>) => void showFaults(String(JSON.parse(data))));
}

async function showFaults(report: string): Promise<void> {
  const locale = await loadLocale(document.documentElement.lang || navigator.language);
  const note = document.createElement('section');
  note.className = 'live-faults';
  note.role = 'alert';
  note.lang = locale.tag;
  const heading = document.createElement('p');
  heading.textContent = translate(locale, 'live.faults');
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = translate(locale, 'fault.dismiss');
  close.addEventListener('click', () => note.remove());
  const said = document.createElement('pre');
  said.lang = 'en';
  said.dir = 'ltr';
  said.tabIndex = 0;
  said.textContent = report;
  note.append(heading, said, close);
  document.querySelector('.live-faults')?.remove();
  document.body.append(note);
}
