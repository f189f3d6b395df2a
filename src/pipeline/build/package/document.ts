/** The second entry of the package: exhibition documents, for programs that write or read them. */
import { checkDocument as check, type CheckReport, reportOf } from '#document/check/checkDocument.ts';
import { describeFault as describe, type Fault } from '#document/fault.ts';

/**
 * Opens a document as the viewer does and says everything that is wrong with it, as `grotto check` does of a document
 * without its files. Never throws because of a document.
 */
export function checkDocument(input: string | Uint8Array): CheckReport {
  return reportOf(check(typeof input === 'string' ? new TextEncoder().encode(input) : input));
}

/** A fault as one line: `nodes.3.links.0.to: no node "cave-45-b"; did you mean "cave-45"?` */
export function describeFault(fault: Fault): string {
  return describe(fault);
}
