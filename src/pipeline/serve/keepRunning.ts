/** Keeps a program running: whenever it ends it is started again, sooner where it had run for long. */
import { type ChildProcess, spawn } from 'node:child_process';

export interface Keeper {
  /** Ends the program as it is, so that it is started again. */
  restart(): void;
  /** Ends the program for good. */
  stop(): void;
}

/** Milliseconds. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 60_000;
/** What has run for so long had begun well. */
const RAN_WELL = 60_000;
/** What hangs may not hear that it is to end. */
const ENDS_WITHIN = 10_000;

/** @param log Told, in lines with their ends, what ended and what could not begin. */
export function keepRunning(
  program: string,
  args: readonly string[],
  log: (line: string) => void,
  endsWithin = ENDS_WITHIN,
): Keeper {
  let isStopped = false;
  let pause = FIRST_PAUSE;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let child: ChildProcess | null = null;

  const start = (): void => {
    const begun = Date.now();
    let isOver = false;
    const over = (why: string): void => {
      if (isOver || isStopped) return;
      isOver = true;
      pause = Date.now() - begun > RAN_WELL ? FIRST_PAUSE : Math.min(LONGEST_PAUSE, 2 * pause);
      log(`${program} ${why}; it is started again in ${pause / 1_000} s\n`);
      timer = setTimeout(start, pause);
    };
    child = spawn(program, args, { stdio: 'ignore' });
    child.on('error', (error) => over(`cannot be started: ${error.message}`));
    child.on('exit', (code, signal) => over(`has ended (${signal ?? code ?? ''})`));
  };
  start();
  return {
    restart() {
      if (child) endChild(child, endsWithin);
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
      if (child) endChild(child, endsWithin);
    },
  };
}

function endChild(child: ChildProcess, withinMs: number): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  const force = setTimeout(() => child.kill('SIGKILL'), withinMs);
  child.once('exit', () => clearTimeout(force));
}
