import { directionOf } from '#i18n/direction.ts';
import { frameUrl, pageUrl, posterUrl } from './address.ts';
import { type Card, createCard } from './card.ts';
import { Dialogue } from './dialogue.ts';
import { type EmbedError, type ExhibitionEvents, eventOf } from './events.ts';
import type { CallName, PlaceState, ViewInDegrees } from './protocol.ts';
import { speak } from './words.ts';

/** What a visit wants of the device besides the whole screen; the page that holds the frame hands it on. */
const ALLOW = ['xr-spatial-tracking', 'gyroscope', 'accelerometer', 'autoplay', 'clipboard-write'];
/** Everything a visit does, so all but leading the embedding page elsewhere. */
const SANDBOX = [
  'scripts',
  'same-origin',
  'forms',
  'popups',
  'popups-to-escape-sandbox',
  'downloads',
  'pointer-lock',
].map((what) => `allow-${what}`);
/** A visit that has not begun by then is called silent; one that begins later is welcome. */
const SILENT_AFTER_MS = 30_000;
/** Once a visit has begun it answers in far less, if it answers this page at all. */
const REFUSED_AFTER_MS = 10_000;
/** Posted by the visit once each is asked for. */
const HEARD = ['arrive', 'settle', 'language', 'fault'] as const;
/** Before it comes into view, so that it is there by then. */
const NEAR = '50%';

// A package may be imported where there is no browser, to render a page; there the element is never made.
const Base = globalThis.HTMLElement ?? (class {} as unknown as typeof HTMLElement);

/**
 * `<grotto-exhibition src="https://museum.example/caves/">`: poster and title; the visit comes in a frame once it is
 * pressed, or near the view with `autoload`. What stands within it is shown where there is no script; its text is the title.
 *
 * Attributes: `src` (the exhibition's folder or page), `at` (a place, or what the address bar has behind `#`), `lang`,
 * `poster` and `alt`, `label`, `autoload`. Events: see `ExhibitionEvents`.
 */
export class GrottoExhibition extends Base {
  static readonly observedAttributes = ['src', 'at', 'lang', 'poster', 'alt', 'label', 'autoload'];

  #card: Card | null = null;
  #frame: HTMLIFrameElement | null = null;
  #dialogue: Dialogue | null = null;
  #opening: Opening | null = null;
  #watch: IntersectionObserver | null = null;
  #content: MutationObserver | null = null;
  #timers: ReturnType<typeof setTimeout>[] = [];

  connectedCallback(): void {
    this.#card ??= createCard(this.attachShadow({ mode: 'open' }), {
      onEnter: () => void this.#enter().catch(() => undefined),
      onClose: () => {
        this.close();
        this.#card?.focusEnter();
      },
    });
    addEventListener('message', this.#hear);
    // A page may still be coming, and its text after the element's beginning.
    this.#content ??= new MutationObserver(() => this.#show());
    this.#content.observe(this, { childList: true, characterData: true, subtree: true });
    this.#show();
    this.#watchForView();
  }

  disconnectedCallback(): void {
    this.close();
    this.#watch?.disconnect();
    this.#content?.disconnect();
    removeEventListener('message', this.#hear);
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (!this.#card || before === after || !this.isConnected) return;
    if (name === 'src') this.close();
    this.#show();
    if (name === 'autoload' || name === 'src') this.#watchForView();
    // Where only what is behind # changes, the frame stays and its visit goes there.
    const url = frameUrl(this.#wish(), document.baseURI);
    if ((name === 'at' || name === 'lang') && this.#frame && url) this.#frame.src = url.href;
  }

  /** Whether there is a frame. */
  get isOpen(): boolean {
    return this.#frame !== null;
  }

  /**
   * Puts the visit in its frame, as if pressed, but leaves the keyboard where it is. Fulfilled once it can be steered, or,
   * on a page that the exhibition does not listen to, once that is known. Rejected where `src` is no address of the web,
   * and where it is closed before it began.
   */
  open(): Promise<void> {
    if (this.#opening) return this.#opening.promise;
    const opening = makeOpening();
    const url = frameUrl(this.#wish(), document.baseURI);
    if (!this.#card || !url) {
      const message = this.#card ? 'src: expected an address of the web' : 'open: expected an element in a page';
      this.#fail({ code: 'address', message });
      return Promise.reject(new TypeError(message));
    }
    // Whoever opens it by pressing waits for nothing.
    opening.promise.catch(() => undefined);
    this.#opening = opening;
    this.#watch?.disconnect();
    const frame = document.createElement('iframe');
    frame.className = 'frame';
    frame.setAttribute('part', 'frame');
    frame.allow = ALLOW.join('; ');
    frame.allowFullscreen = true;
    frame.referrerPolicy = 'no-referrer';
    // A frame of the page's own origin could take its own sandbox away, so there it would only seem to be one.
    if (url.origin !== location.origin) frame.setAttribute('sandbox', SANDBOX.join(' '));
    frame.src = url.href;
    // The keyboard was given to the empty frame, and the page that comes in its place would not have it.
    frame.addEventListener('load', () => {
      if (this.shadowRoot?.activeElement === frame) frame.contentWindow?.focus();
    });
    this.#frame = frame;
    this.#card.setFrame(frame);
    this.#card.setPhase('opening');
    this.#dialogue = new Dialogue({
      frame: frame.contentWindow,
      origin: url.origin,
      post: (message) => frame.contentWindow?.postMessage(message, url.origin),
      onEvent: (event, detail) => this.#take(event, detail),
    });
    this.#after(SILENT_AFTER_MS, () => {
      this.#card?.setPhase('silent');
      this.#fail({ code: 'silent', message: `${url.origin} does not answer; may this page show it in a frame?` });
    });
    return opening.promise;
  }

  /** Back to the card; the visit and all it held are gone. */
  close(): void {
    this.#forgetTimers();
    this.#dialogue?.end('the exhibition was closed');
    this.#opening?.reject(new Error('the exhibition was closed'));
    this.#dialogue = this.#opening = this.#frame = null;
    this.#card?.setFrame(null);
    this.#card?.setPhase('card');
  }

  /** Goes to a place; without a view the heading is kept. Rejected where there is no such place, with the nearest id. */
  async go(nodeId: string, view?: Partial<ViewInDegrees>): Promise<void> {
    await this.call('goTo', ...(view ? [nodeId, view] : [nodeId]));
  }

  /** Looks there; what is left out stays. At once, or with `isEased` in a motion. */
  async look(view: Partial<ViewInDegrees>, options?: { readonly isEased?: boolean }): Promise<void> {
    await this.call('look', ...(options ? [view, options] : [view]));
  }

  /** @param language BCP 47. Rejected where the exhibition does not speak it. */
  async setLanguage(language: string): Promise<void> {
    await this.call('setLanguage', language);
  }

  async state(): Promise<PlaceState> {
    return (await this.call('state')) as PlaceState;
  }

  /** Any call of the protocol by its name, such as `guide`. Opens the visit where it is not open yet. */
  async call(name: CallName, ...args: readonly unknown[]): Promise<unknown> {
    await this.open();
    if (!this.#dialogue) throw new Error('the exhibition was closed');
    return this.#dialogue.call(name, ...args);
  }

  async #enter(): Promise<void> {
    const opening = this.open();
    this.#frame?.focus();
    await opening;
  }

  #show(): void {
    const speech = speak([this.closest('[lang]')?.getAttribute('lang') ?? '', ...navigator.languages].filter(Boolean));
    const { src } = this.#wish();
    this.#card?.show({
      ...speech,
      direction: directionOf(speech.language),
      label: this.getAttribute('label') ?? this.textContent.replaceAll(/\s+/g, ' ').trim(),
      poster: posterUrl(src, this.getAttribute('poster'), document.baseURI)?.href ?? null,
      alt: this.getAttribute('alt') ?? '',
      page: pageUrl(this.#wish(), document.baseURI)?.href ?? null,
    });
  }

  #wish(): { readonly src: string | null; readonly at: string | null; readonly language: string | null } {
    return { src: this.getAttribute('src'), at: this.getAttribute('at'), language: this.getAttribute('lang') };
  }

  /** Whoever saves data presses first, whatever the page would like. */
  #watchForView(): void {
    this.#watch?.disconnect();
    if (!this.hasAttribute('autoload') || this.#frame || savesData()) return;
    this.#watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) void this.open().catch(() => undefined);
      },
      { rootMargin: NEAR },
    );
    this.#watch.observe(this);
  }

  readonly #hear = ({ source, origin, data }: MessageEvent): void => this.#dialogue?.hear({ source, origin, data });

  #take(event: string, detail: unknown): void {
    if (event === 'ready') return void this.#begin();
    const told = eventOf(event, detail);
    if (told) this.dispatchEvent(new CustomEvent(told.name, { detail: told.detail }));
  }

  /** The visit has begun; or begun anew, and knows nothing of what it was asked to tell. */
  async #begin(): Promise<void> {
    const dialogue = this.#dialogue;
    if (!dialogue) return;
    this.#forgetTimers();
    dialogue.forget('the exhibition began anew');
    this.#card?.setPhase('open');
    this.#after(REFUSED_AFTER_MS, () => {
      const message = `the exhibition does not listen to ${location.origin}; list it under embed.allowedOrigins`;
      dialogue.end(message);
      this.#fail({ code: 'refused', message });
      this.#opening?.resolve();
    });
    try {
      await Promise.all(HEARD.map((name) => dialogue.call('on', name)));
      const state = (await dialogue.call('state')) as PlaceState;
      if (dialogue !== this.#dialogue) return;
      this.#forgetTimers();
      this.#opening?.resolve();
      this.#tell('ready', state);
    } catch {
      // It was closed, or refused, which has been said.
    }
  }

  #after(ms: number, run: () => void): void {
    this.#timers.push(setTimeout(run, ms));
  }

  #forgetTimers(): void {
    for (const timer of this.#timers.splice(0)) clearTimeout(timer);
  }

  #fail(error: EmbedError): void {
    this.#tell('error', error);
  }

  #tell<E extends keyof ExhibitionEvents>(name: E, detail: ExhibitionEvents[E]): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

interface Opening {
  readonly promise: Promise<void>;
  resolve(): void;
  reject(error: Error): void;
}

function makeOpening(): Opening {
  let resolve = (): void => undefined;
  let reject = (_error: Error): void => undefined;
  const promise = new Promise<void>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  return { promise, resolve, reject };
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches;
}
