import path from 'node:path';
import ts from 'typescript';

/** The compiler's options of this repository. */
export function readOptions(root: string): ts.CompilerOptions {
  const file = path.join(root, 'tsconfig.json');
  const { config } = ts.readConfigFile(file, ts.sys.readFile) as { config: { compilerOptions: unknown } };
  const { options, errors } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root, file);
  if (errors.length > 0) throw new Error(`tsconfig.json cannot be read: ${JSON.stringify(errors[0]?.messageText)}`);
  return options;
}
