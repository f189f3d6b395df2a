/** The code of a kiosk's staff, as the document holds it. */
import { pbkdf2Sync, randomBytes } from 'node:crypto';
import type { StaffCode } from '#document/kioskSchema.ts';

/** A page of a small machine takes half a second to compare it. */
const ITERATIONS = 600_000;

export function hashCode(code: string, salt = randomBytes(16)): StaffCode {
  const hash = pbkdf2Sync(code, salt, ITERATIONS, 32, 'sha256').toString('hex');
  return { salt: salt.toString('hex'), hash, iterations: ITERATIONS };
}
