/** What the element shows: a card with poster, title and button, or the frame; made of elements, never of markup. */
import { STYLE } from './style.ts';
import type { Speech } from './words.ts';

export interface CardFace extends Speech {
  readonly direction: 'ltr' | 'rtl';
  /** The exhibition's name; empty where nobody has given it one. */
  readonly label: string;
  readonly poster: string | null;
  /** What the poster shows; empty where it only decorates. */
  readonly alt: string;
  /** The exhibition's own page; null where the element names none. */
  readonly page: string | null;
}

/** `card` waits, `opening` and `open` have a frame, `silent` has one that has not answered. */
export type Phase = 'card' | 'opening' | 'open' | 'silent';

export interface Card {
  show(face: CardFace): void;
  setPhase(phase: Phase): void;
  /** Puts the frame in, or takes it away. */
  setFrame(frame: HTMLIFrameElement | null): void;
  focusEnter(): void;
}

export interface CardHands {
  onEnter(): void;
  onClose(): void;
}

export function createCard(root: ShadowRoot, hands: CardHands): Card {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];

  const card = make('div', 'card');
  const poster = make('img', 'poster');
  poster.loading = 'lazy';
  poster.decoding = 'async';
  poster.referrerPolicy = 'no-referrer';
  // Without its picture the card still has its words.
  poster.addEventListener('error', () => (poster.hidden = true));
  const title = make('p', 'title');
  const enter = make('button', 'enter');
  enter.type = 'button';
  enter.addEventListener('click', () => hands.onEnter());
  const foot = make('div', 'foot');
  const links = [make('a', 'apart'), make('a', 'apart')] as const;
  foot.append(enter, links[0]);
  card.append(title, foot);
  const close = make('button', 'close');
  close.type = 'button';
  close.addEventListener('click', () => hands.onClose());
  const status = make('p', 'status');
  status.setAttribute('role', 'status');
  const said = document.createElement('span');
  status.append(said, links[1]);
  // The frame comes between them, so that Tab leads from the one over the visit to whatever follows the element.
  root.append(poster, card, close, status);

  let face: CardFace | null = null;
  let phase: Phase = 'card';
  let frame: HTMLIFrameElement | null = null;
  const draw = (): void => {
    if (!face) return;
    const { words, language, direction, label, page } = face;
    for (const part of [card, close, status]) {
      part.lang = language;
      part.dir = direction;
    }
    setText(title, label);
    // The name is the page's own and in its language, whatever the element speaks.
    title.lang = '';
    title.dir = 'auto';
    title.hidden = label === '';
    setText(enter, words['embed.enter']);
    setText(close, words['embed.close']);
    enter.disabled = page === null;
    if (label === '') enter.removeAttribute('aria-description');
    else enter.setAttribute('aria-description', label);
    for (const link of links) {
      setText(link, words['embed.apart']);
      link.hidden = page === null;
      link.target = '_blank';
      link.rel = 'noopener noreferrer';
      if (page === null) link.removeAttribute('href');
      else link.href = page;
    }
    if (poster.getAttribute('src') !== face.poster) {
      poster.hidden = face.poster === null;
      if (face.poster === null) poster.removeAttribute('src');
      else poster.src = face.poster;
    }
    poster.alt = face.alt;
    card.hidden = phase !== 'card';
    close.hidden = phase === 'card';
    status.hidden = phase === 'card' || phase === 'open';
    links[1].hidden = phase !== 'silent';
    setText(said, phase === 'silent' ? words['embed.silent'] : phase === 'opening' ? words['embed.opening'] : '');
    frame?.classList.toggle('waits', phase === 'opening');
    if (frame) frame.title = label === '' ? words['embed.unnamed'] : label;
  };
  return {
    show(next) {
      face = next;
      draw();
    },
    setPhase(next) {
      phase = next;
      draw();
    },
    setFrame(next) {
      frame?.remove();
      frame = next;
      if (next) close.after(next);
      draw();
    },
    focusEnter: () => enter.focus(),
  };
}

function make<K extends keyof HTMLElementTagNameMap>(name: K, part: string): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  element.className = part;
  element.setAttribute('part', part);
  return element;
}

/** Only where it differs, so that a screen reader is not told the same again. */
function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
