import { describeLosses } from '#exchange/describeLosses.ts';
import type { Brought } from '#ui/ports.ts';

/** Says in the console, for whoever looks after the exhibition, what it was made of and what it lost. */
export function tellLosses(url: string, brought: Brought): void {
  console.info(`${url}\n${describeLosses(brought)}`);
}
