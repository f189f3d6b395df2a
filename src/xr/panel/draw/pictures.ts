/** The pictures of the panel that is open, by their addresses in the document. */
export class PanelPictures {
  readonly #resolve: (uri: string) => string | null;
  readonly #onLoad: () => void;
  #images = new Map<string, HTMLImageElement>();
  #isDisposed = false;

  /** `onLoad` is called when one has come that was asked for. */
  constructor(resolve: (uri: string) => string | null, onLoad: () => void) {
    this.#resolve = resolve;
    this.#onLoad = onLoad;
  }

  /** Sends for a picture when it is first asked for; null until it is here, and for ever where it cannot be had. */
  get(uri: string): HTMLImageElement | null {
    const known = this.#images.get(uri);
    if (known) return known.complete && known.naturalWidth > 0 ? known : null;
    const url = this.#resolve(uri);
    if (url === null) return null;
    const image = new Image();
    this.#images.set(uri, image);
    image.src = url;
    image.decode().then(
      () => {
        if (!this.#isDisposed && this.#images.get(uri) === image) this.#onLoad();
      },
      // What cannot be had leaves an empty frame; the words below it say what it would have shown.
      () => undefined,
    );
    return null;
  }

  /** Lets go of all that are not named. */
  keep(uris: readonly string[]): void {
    for (const [uri, image] of this.#images) {
      if (uris.includes(uri)) continue;
      image.src = '';
      this.#images.delete(uri);
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    this.keep([]);
  }
}
