/** What a page asks of the service worker; it answers true or false over the port that comes along. */
export type WorkerMessage =
  /** Something on the shelf is new: look again. */
  | { readonly kind: 'look' }
  /** A whole version is there: show it in this page too, if the page is of that version, and answer from now on. */
  | { readonly kind: 'adopt'; readonly version: number }
  /** The visit stands. */
  | { readonly kind: 'started' }
  /** The visit did not come to stand, and its only page is about to load anew: that counts as one more start. */
  | { readonly kind: 'again' }
  /** Show the version that waits; false while another window shows the visit. The page then loads anew. */
  | { readonly kind: 'switch' };
