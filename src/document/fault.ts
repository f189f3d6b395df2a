/** Something wrong in an exhibition: where, what, what was expected and what to do. */
export interface Fault {
  readonly severity: 'error' | 'warning';
  /** Place in the document, such as `nodes.3.links.0.to`; empty for the document as a whole. */
  readonly path: string;
  /** One sentence: what is wrong and what was expected. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy?: string;
  /** A stable name of the kind of fault, such as `unknown-node`. */
  readonly code: string;
}
