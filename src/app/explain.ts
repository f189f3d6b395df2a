import { bringPatiently } from '#shared/bringPatiently.ts';
import type { Fault } from '#document/fault.ts';
import { loadLocale } from '#i18n/loadLocale.ts';
import { translate } from '#i18n/translate.ts';

/** Says in the page that there is no exhibition to show, and why, for whoever can mend it. */
export async function explainNoExhibition(root: HTMLElement, faults: readonly Fault[]): Promise<void> {
  const locale = await loadLocale(navigator.language);
  document.getElementById('title-card')?.remove();
  document.documentElement.lang = locale.tag;
  const card = document.createElement('main');
  card.className = 'title-card';
  const words = document.createElement('div');
  words.className = 'title-card__text';
  words.append(
    textElement('h1', 'title-card__title', translate(locale, 'noExhibition.heading')),
    textElement('p', 'title-card__summary', translate(locale, 'noExhibition.text')),
  );
  for (const { path, message, remedy } of faults) {
    const place = path === '' ? '' : `${path}: `;
    const line = textElement('p', 'title-card__rights', `${place}${message}${remedy ? ` – ${remedy}` : ''}`);
    line.lang = 'en';
    words.append(line);
  }
  card.append(words);
  root.replaceChildren(card);
}

/** Begins anew as soon as the server has the document: nobody stands before a kiosk to do it. */
export async function reloadOnceThere(url: string): Promise<void> {
  await bringPatiently(async () => {
    const { ok, status } = await fetch(url, { credentials: 'same-origin' });
    if (!ok) throw new Error(`the server answered ${status}`);
  });
  location.reload();
}

function textElement(name: string, className: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}
