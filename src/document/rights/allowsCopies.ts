/** Whether a visitor may be handed a file, judged by the URI of its rights alone. */
import { describeRights } from './describeRights.ts';
import type licences from './licences.json';
import type statements from './statements.json';

export interface CopyPermission {
  /** The file may be handed out as it is. */
  readonly asIs: boolean;
  /** What is made from it may be too: other formats, files for printing, fewer triangles. */
  readonly changed: boolean;
  /** Not for commercial use: to be said beside the offer. */
  readonly isNonCommercial: boolean;
  /** Makers and rights must be named beside the offer. */
  readonly needsStatement: boolean;
}

const NO: CopyPermission = { asIs: false, changed: false, isNonCommercial: false, needsStatement: false };
const FREE: CopyPermission = { asIs: true, changed: true, isNonCommercial: false, needsStatement: false };
const NAMED: CopyPermission = { ...FREE, needsStatement: true };
const NON_COMMERCIAL: CopyPermission = { ...NAMED, isNonCommercial: true };

const LICENCES = {
  by: NAMED,
  'by-sa': NAMED,
  'by-nd': { ...NAMED, changed: false },
  'by-nc': NON_COMMERCIAL,
  'by-nc-sa': NON_COMMERCIAL,
  'by-nc-nd': { ...NON_COMMERCIAL, changed: false },
  zero: FREE,
  mark: FREE,
} satisfies Record<keyof typeof licences, CopyPermission>;

/** Without copyright the other restrictions are the visitor's to mind, so they must be told. In doubt: no. */
const STATEMENTS = {
  InC: NO,
  'InC-OW-EU': NO,
  'InC-EDU': NO,
  'InC-NC': NO,
  'InC-RUU': NO,
  'NoC-CR': NAMED,
  'NoC-NC': NON_COMMERCIAL,
  'NoC-OKLR': NAMED,
  'NoC-US': NAMED,
  CNE: NO,
  UND: NO,
  NKC: NO,
} satisfies Record<keyof typeof statements, CopyPermission>;

/** Rights that are unknown or not stated permit nothing. */
export function allowsCopies(rights: string | undefined): CopyPermission {
  if (rights === undefined) return NO;
  const { id, name } = describeRights(rights);
  if (name === null) return NO;
  const [, kind = '', code = ''] = KNOWN.exec(id) ?? [];
  const table: Readonly<Record<string, CopyPermission>> = kind === 'vocab' ? STATEMENTS : LICENCES;
  return Object.hasOwn(table, code) ? (table[code] ?? NO) : NO;
}

/** The canonical form that `describeRights` gives. */
const KNOWN = /^http:\/\/[a-z.]+\/(licenses|publicdomain|vocab)\/([\w-]+)\//;
