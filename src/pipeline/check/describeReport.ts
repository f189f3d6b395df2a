import type { CheckReport } from '#document/check/checkDocument.ts';
import { describeFault, type Fault } from '#document/fault.ts';

/** The report as a person reads it: faults by the part of the document they are in, then the counts. */
export function describeReport(report: CheckReport): string {
  const lines: string[] = [];
  for (const [part, faults] of groupByPart(report.faults)) {
    lines.push(part === '' ? 'the document' : part);
    for (const fault of faults) lines.push(`  ${fault.severity.padEnd(7)}  ${makeVisible(describeFault(fault))}`);
    lines.push('');
  }
  if (report.faultsLeftOut > 0) lines.push(`… and ${report.faultsLeftOut} more`, '');
  if (report.exhibition === null) lines.push('There is nothing that could be shown.');
  lines.push(`${countOf(report.faults, 'error')}, ${countOf(report.faults, 'warning')}`);
  return `${lines.join('\n')}\n`;
}

/** Faults by the asset, node or other part they are in, in the order of the first fault of each. */
function groupByPart(faults: readonly Fault[]): Map<string, Fault[]> {
  const groups = new Map<string, Fault[]>();
  for (const fault of faults) {
    const part = makeVisible(/^[^.]*(?:\.\d+)?/.exec(fault.path)?.[0] ?? '');
    const group = groups.get(part);
    if (group) group.push(fault);
    else groups.set(part, [fault]);
  }
  return groups;
}

function countOf(faults: readonly Fault[], severity: Fault['severity']): string {
  const count = faults.filter((fault) => fault.severity === severity).length;
  return `${count === 0 ? 'no' : count} ${severity}${count === 1 ? '' : 's'}`;
}

/** Names out of a document may hold what moves a terminal's cursor or turns its text around. */
function makeVisible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (character) => {
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  });
}
