import { setConsoleFunction } from 'three';

/** A visitor's console is for what can be mended. */
const KNOWN = [
  // Fiber 9.8 still makes one; nothing of ours does.
  'THREE.Clock: This module has been deprecated',
  // Asked for on every machine, and on those without it programs are waited for in another way.
  'THREE.WebGLRenderer: KHR_parallel_shader_compile extension not supported',
];

/** Lets three speak to the console but for what is known and harmless. */
export function hushThree(): void {
  setConsoleFunction((type: 'log' | 'warn' | 'error', message: string, ...details: unknown[]) => {
    if (!KNOWN.some((known) => message.startsWith(known))) console[type](message, ...details);
  });
}
