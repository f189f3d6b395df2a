/**
 * A link that opens Quick Look with a USDZ made in the page. Safari wants the visitor's own tap on a link of the kind
 * `ar` whose only child is a picture, so the file is made first and then the link is shown as the button. The policy
 * of the page says nothing against it: following a link to blob: is no request that it governs, and the picture is a
 * file of the exhibition or a blob.
 */

export interface QuickLookOptions {
  readonly usdz: Uint8Array<ArrayBuffer>;
  /** Without extension; shown while the file is handed over. */
  readonly fileName: string;
  /** Picture on the button. */
  readonly poster: { readonly url: string; readonly alt: string };
  /** Whether the visitor may change the size; relics stand at their true size by default. */
  readonly mayScale?: boolean;
}

export interface QuickLookLink {
  readonly element: HTMLAnchorElement;
  /** Gives the file back; the link leads nowhere then. */
  dispose(): void;
}

export function createQuickLookLink(options: QuickLookOptions, document: Document): QuickLookLink {
  const url = URL.createObjectURL(new Blob([options.usdz], { type: 'model/vnd.usdz+zip' }));
  const element = document.createElement('a');
  element.rel = 'ar';
  element.href = `${url}#allowsContentScaling=${options.mayScale === true ? 1 : 0}`;
  // A blob has no name, and without the ending Quick Look would not know what it is.
  element.download = `${safeName(options.fileName)}.usdz`;
  const picture = document.createElement('img');
  picture.src = options.poster.url;
  picture.alt = options.poster.alt;
  element.append(picture);
  return {
    element,
    dispose() {
      element.remove();
      element.removeAttribute('href');
      URL.revokeObjectURL(url);
    },
  };
}

/** A name that every file system takes; letters of all scripts stay. */
export function safeName(name: string): string {
  const safe = name.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-');
  return safe.replace(/^-+|-+$/g, '').slice(0, 80) || 'relic';
}
