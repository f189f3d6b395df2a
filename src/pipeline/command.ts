/** What a command of the `grotto` command line is. A module of a command exports one as `command`. */

/** The outside of a command: where it writes and where relative paths start. Tests hand in their own. */
export interface CommandIo {
  /** Writes to standard output as it is, without a line end. */
  out(text: string): void;
  /** Writes to standard error as it is, without a line end. */
  err(text: string): void;
  /** The folder relative paths of the command line are resolved against. */
  readonly cwd: string;
  /** True where standard error is a terminal, so that a progress bar may be redrawn in place. */
  readonly isTerminal: boolean;
}

export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** The whole text of `grotto <command> --help`, with a line end. */
  readonly help: string;
  /** Runs with the arguments after the command's name; resolves to the process's exit code: 0 good, 1 failed, 2 wrong use. */
  run(args: string[], io: CommandIo): Promise<number>;
}

/** A wrong use of the command line or bad input: shown as one line, without a stack, before the given exit code. */
export class CommandError extends Error {
  readonly exitCode: 1 | 2;
  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.name = 'CommandError';
    this.exitCode = exitCode;
  }
}
