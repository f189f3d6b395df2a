import path from 'node:path';
import ts from 'typescript';
import { readOptions } from './readOptions.ts';
import { spellType } from './spellType.ts';

const SCHEMA = 'src/document/schema.ts';
const FAULT = 'src/document/fault.ts';

/** The declaration of the document's module: the types of a document spelt out, and what the module does. */
export function declareDocument(root: string): string {
  const program = ts.createProgram(
    [SCHEMA, FAULT].map((file) => path.join(root, file)),
    readOptions(root),
  );
  const checker = program.getTypeChecker();
  const spell = (file: string, name: string): string => {
    const source = program.getSourceFile(path.join(root, file));
    const module = source && checker.getSymbolAtLocation(source);
    const symbol = module && checker.getExportsOfModule(module).find((one) => one.name === name);
    if (!symbol) throw new Error(`${file} exports no ${name}`);
    return spellType(checker, checker.getDeclaredTypeOfSymbol(symbol));
  };
  return `/** An exhibition's document, as \`exhibition.json\` holds it. */
export type Exhibition = ${spell(SCHEMA, 'Exhibition')};

/** Something wrong in a document: where, what, what was expected and what to do. */
export type Fault = ${spell(FAULT, 'Fault')};

export interface CheckReport {
  /** What a visit would show; null where there is nothing to show. */
  readonly exhibition: Exhibition | null;
  readonly faults: readonly Fault[];
  /** Faults beyond the limit of the list. */
  readonly faultsLeftOut: number;
}

/** Opens a document as the viewer does and says everything that is wrong with it. Never throws because of a document. */
export declare function checkDocument(input: string | Uint8Array): CheckReport;

/** A fault as one line. */
export declare function describeFault(fault: Fault): string;
`;
}
