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

/** A fault as one line: `nodes.3.links.0.to: no node "cave-45-b"; did you mean "cave-45"?` */
export function describeFault(fault: Fault): string {
  const place = fault.path === '' ? '' : `${fault.path}: `;
  return place + fault.message + (fault.remedy === undefined ? '' : `; ${fault.remedy}`);
}

/** A list that a hostile document cannot make grow without end. */
export interface FaultList {
  /** What was found, in order; faults beyond the limit are only counted. */
  readonly faults: readonly Fault[];
  /** How many were left out. */
  readonly overflow: number;
  /** Adds a fault and gives it back, also where the list is full. */
  add(fault: Fault): Fault;
}

export const MAX_FAULTS = 1_000;

export function createFaultList(limit = MAX_FAULTS): FaultList {
  const faults: Fault[] = [];
  let overflow = 0;
  return {
    faults,
    get overflow() {
      return overflow;
    },
    add(fault) {
      if (faults.length < limit) faults.push(fault);
      else overflow += 1;
      return fault;
    },
  };
}
