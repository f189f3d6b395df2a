/** The `grotto` command line: finds the command, shows help, turns errors into one line and an exit code. */
import process from 'node:process';
import { type Command, CommandError, type CommandIo } from './command.ts';

/** Loaded one by one, so that `grotto check` never waits for the image library of `grotto tile`. */
const COMMANDS: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  new: () => import('#pipeline/begin/newCommand.ts'),
  add: () => import('#pipeline/begin/addCommand.ts'),
  tile: () => import('#pipeline/tile/command.ts'),
  lod: () => import('#pipeline/lod/command.ts'),
  import: () => import('#pipeline/exchange/importCommand.ts'),
  export: () => import('#pipeline/exchange/exportCommand.ts'),
  check: () => import('#pipeline/checkCommand.ts'),
  languages: () => import('#pipeline/languages/command.ts'),
  statement: () => import('#pipeline/statementCommand.ts'),
  deploy: () => import('#pipeline/deploy/command.ts'),
  pack: () => import('#pipeline/pack/command.ts'),
  serve: () => import('#pipeline/serve/command.ts'),
};

export async function runGrotto(args: readonly string[], io: CommandIo): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.out(await describeCommands());
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    io.err(`grotto: there is no command "${name}"; commands are ${Object.keys(COMMANDS).join(', ')}\n`);
    return 2;
  }
  const { command } = await load();
  if (rest.includes('--help') || rest.includes('-h')) {
    io.out(command.help);
    return 0;
  }
  try {
    return await command.run(rest, io);
  } catch (error) {
    if (error instanceof CommandError) {
      io.err(`grotto ${name}: ${error.message}\n`);
      return error.exitCode;
    }
    if (isUsageError(error)) {
      io.err(`grotto ${name}: ${error.message}; see grotto ${name} --help\n`);
      return 2;
    }
    throw error;
  }
}

export function createProcessIo(): CommandIo {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    cwd: process.cwd(),
    isTerminal: process.stderr.isTTY,
  };
}

async function describeCommands(): Promise<string> {
  const lines = ['Usage: grotto <command> [options]', ''];
  for (const [name, load] of Object.entries(COMMANDS)) {
    const { command } = await load();
    lines.push(`  ${name.padEnd(11)}${command.summary}`);
  }
  lines.push('', 'grotto <command> --help says more about a command.', '');
  return lines.join('\n');
}

/** Errors of node:util's parseArgs: their message is made for the person at the command line. */
function isUsageError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
