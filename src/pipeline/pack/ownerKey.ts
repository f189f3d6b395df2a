/** The owner's key: an Ed25519 key in a PEM file, as `openssl genpkey -algorithm ed25519` makes it too. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { CommandError } from '#pipeline/command.ts';

export interface OwnerKey {
  /** The 32 bytes of the public key in base64, as the list names it. */
  readonly publicKey: string;
  /** In base64, over exactly these bytes. */
  sign(bytes: Uint8Array): string;
}

export async function readOwnerKey(file: string): Promise<OwnerKey> {
  const pem = await readFile(file, 'utf8').catch(() => {
    throw new CommandError(`there is no key ${file}; make one with --new-key`, 2);
  });
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch {
    throw new CommandError(`${file} holds no private key in PEM`, 2);
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new CommandError(`${file} is no Ed25519 key`, 2);
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return {
    publicKey: Buffer.from(x, 'base64url').toString('base64'),
    sign: (bytes) => sign(null, bytes, key).toString('base64'),
  };
}

/** Readable by its owner alone, and never in the place of another file. */
export async function makeOwnerKey(file: string): Promise<void> {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  await writeFile(file, pem, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'EEXIST' ? 'is there already' : `cannot be written (${error.code})`;
    throw new CommandError(`${file} ${reason}; name another file`, 2);
  });
}
