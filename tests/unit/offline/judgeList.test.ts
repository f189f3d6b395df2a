import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { judgeList, type KnownList } from '#offline/judgeList.ts';

const HASH = 'a'.repeat(64);

function makeOwner() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const key = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64');
  return { key, sign: (bytes: Uint8Array) => sign(null, bytes, privateKey).toString('base64') };
}

function makeList(change: object = {}): Uint8Array<ArrayBuffer> {
  const files = ['index.html', 'exhibition.json'].map((path) => ({ path, bytes: 3, sha256: HASH }));
  const list = { formatVersion: 1, exhibition: 'small', version: 7, bytes: 6, files, ...change };
  return new TextEncoder().encode(JSON.stringify(list));
}

async function codeOf(bytes: Uint8Array<ArrayBuffer>, signature: string | null, known: KnownList | null) {
  const judgement = await judgeList(bytes, signature, known);
  return judgement.kind === 'refused' ? judgement.code : 'taken';
}

async function knownOf(bytes: Uint8Array<ArrayBuffer>, signature: string | null): Promise<KnownList> {
  const judgement = await judgeList(bytes, signature, null);
  if (judgement.kind === 'refused') throw new Error(judgement.message);
  const { list, digest } = judgement;
  return { version: list.version, digest, ...(list.key !== undefined && { key: list.key }) };
}

describe('judging a pack list', () => {
  it('takes the first one, and a newer one after it, and the same one again', async () => {
    const first = makeList();
    const known = await knownOf(first, null);
    expect(await judgeList(first, null, known)).toMatchObject({ kind: 'taken', isKnown: true, digest: known.digest });
    expect(await judgeList(makeList({ version: 8 }), null, known)).toMatchObject({ kind: 'taken', isKnown: false });
  });

  it('takes no older one, nor another one under the same version', async () => {
    const known = await knownOf(makeList(), null);
    expect(await codeOf(makeList({ version: 6 }), null, known)).toBe('older');
    expect(await codeOf(makeList({ exhibition: 'other' }), null, known)).toBe('same-version');
  });

  it('takes nothing that is no list', async () => {
    expect(await codeOf(new TextEncoder().encode('<!doctype html>'), null, null)).toBe('broken-list');
    expect(await codeOf(makeList({ bytes: 5 }), null, null)).toBe('broken-list');
  });

  it('takes a list that names a key only with the signature of that key over these very bytes', async () => {
    const { key, sign } = makeOwner();
    const list = makeList({ key });
    expect(await codeOf(list, sign(list), null)).toBe('taken');
    expect(await codeOf(list, `${sign(list)}\n`, null)).toBe('taken');
    expect(await codeOf(list, null, null)).toBe('not-signed');
    expect(await codeOf(list, makeOwner().sign(list), null)).toBe('wrong-signature');
    expect(await codeOf(makeList({ key, version: 8 }), sign(list), null)).toBe('wrong-signature');
    expect(await codeOf(list, 'no base64 at all!', null)).toBe('wrong-signature');
    expect(await codeOf(list, '', null)).toBe('wrong-signature');
  });

  it('takes, once it knows an owner, nothing of anybody else', async () => {
    const owner = makeOwner();
    const first = makeList({ key: owner.key });
    const known = await knownOf(first, owner.sign(first));
    const next = makeList({ key: owner.key, version: 8 });
    expect(await codeOf(next, owner.sign(next), known)).toBe('taken');
    const stranger = makeOwner();
    const theirs = makeList({ key: stranger.key, version: 8 });
    expect(await codeOf(theirs, stranger.sign(theirs), known)).toBe('wrong-signature');
    const unsigned = makeList({ version: 8 });
    expect(await codeOf(unsigned, null, known)).toBe('not-signed');
    expect(await codeOf(unsigned, owner.sign(unsigned), known)).toBe('wrong-signature');
  });

  it('refuses a signed list where the browser cannot verify it', async () => {
    const { key, sign } = makeOwner();
    const list = makeList({ key });
    const subtle = {
      digest: crypto.subtle.digest.bind(crypto.subtle),
      importKey: () => Promise.reject(new DOMException('Unrecognized name', 'NotSupportedError')),
    } as unknown as SubtleCrypto;
    expect(await judgeList(list, sign(list), null, subtle)).toMatchObject({ code: 'cannot-verify' });
  });
});
