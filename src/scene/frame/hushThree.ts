import { setConsoleFunction } from 'three';

/** Fiber 9.8 still makes one; nothing of ours does, and a visitor's console is for what can be mended. */
const KNOWN = 'THREE.Clock: This module has been deprecated';

/** Lets three speak to the console but for what is known and harmless. */
export function hushThree(): void {
  setConsoleFunction((type: 'log' | 'warn' | 'error', message: string, ...details: unknown[]) => {
    if (!message.startsWith(KNOWN)) console[type](message, ...details);
  });
}
