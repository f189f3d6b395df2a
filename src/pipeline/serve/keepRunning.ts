/** Keeps a program running: whenever it ends it is started again, sooner where it had run for long. */
import { spawn } from 'node:child_process';

export interface Keeper {
  /** Ends the program for good. */
  stop(): void;
}

/** Milliseconds. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 60_000;
/** What has run for so long had begun well. */
const RAN_WELL = 60_000;

/** @param log Told, in lines with their ends, what ended and what could not begin. */
export function keepRunning(program: string, args: readonly string[], log: (line: string) => void): Keeper {
  let isStopped = false;
  let pause = FIRST_PAUSE;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let child: ReturnType<typeof spawn> | null = null;

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
    stop() {
      isStopped = true;
      clearTimeout(timer);
      child?.kill();
    },
  };
}
