/**
 * A certificate made on the spot, so that a headset on the same network gets the secure page it insists on. It signs
 * itself: a browser warns once, and the visitor goes on. Nothing is written to the disk.
 */
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isIP, isIPv6 } from 'node:net';
import * as der from './der.ts';

export interface Certificate {
  /** PEM. */
  readonly cert: string;
  /** PEM, PKCS #8. */
  readonly key: string;
}

const OID = {
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  commonName: '2.5.4.3',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  extendedKeyUsage: '2.5.29.37',
  serverAuth: '1.3.6.1.5.5.7.3.1',
};
const DAY_MS = 86_400_000;
/** Browsers refuse what is valid for more than 398 days. */
const VALID_DAYS = 90;

/**
 * @param names Every name and address the page is asked by: host names and IP addresses of both kinds.
 * @param now The certificate is valid from a day before, for clocks that run behind, to 90 days after.
 */
export function createCertificate(names: readonly string[], now: Date): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der.sequence(der.oid(OID.ecdsaWithSha256));
  const holder = der.sequence(der.set(der.sequence(der.oid(OID.commonName), der.utf8('Grotto'))));
  const serial = randomBytes(16);
  // A positive number whose first byte is not zero, as RFC 5280 wants it.
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  const body = der.sequence(
    der.encode(0xa0, der.integer(Buffer.from([2]))),
    der.integer(serial),
    algorithm,
    holder,
    der.sequence(der.time(new Date(now.getTime() - DAY_MS)), der.time(new Date(now.getTime() + VALID_DAYS * DAY_MS))),
    holder,
    publicKey.export({ type: 'spki', format: 'der' }),
    der.encode(0xa3, buildExtensions(names)),
  );
  const certificate = der.sequence(body, algorithm, der.bitString(sign('sha256', body, privateKey)));
  return {
    cert: toPem('CERTIFICATE', certificate),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  };
}

function buildExtensions(names: readonly string[]): Buffer {
  return der.sequence(
    extension(OID.basicConstraints, der.sequence(), true),
    // Digital signature, the first of nine bits.
    extension(OID.keyUsage, der.bitString(Buffer.from([0x80]), 7), true),
    extension(OID.extendedKeyUsage, der.sequence(der.oid(OID.serverAuth))),
    extension(OID.subjectAltName, der.sequence(...names.map(encodeName))),
  );
}

function extension(id: string, value: Buffer, isCritical = false): Buffer {
  const critical = isCritical ? [der.yes()] : [];
  return der.sequence(der.oid(id), ...critical, der.octetString(value));
}

/** A GeneralName: context tag 2 for a host name, 7 for an address. */
function encodeName(name: string): Buffer {
  return isIP(name) === 0 ? der.encode(0x82, Buffer.from(name, 'ascii')) : der.encode(0x87, addressBytes(name));
}

function addressBytes(address: string): Buffer {
  if (!isIPv6(address)) return Buffer.from(address.split('.').map(Number));
  // The URL parser writes every form of an IPv6 address (shortened, with an IPv4 tail) in one way.
  const canonical = new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1);
  const [head = '', tail] = canonical.split('::');
  const left = splitGroups(head);
  const right = tail === undefined ? [] : splitGroups(tail);
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => 0);
  return Buffer.from([...left, ...zeros, ...right].flatMap((group) => [group >> 8, group & 0xff]));
}

function splitGroups(text: string): number[] {
  return text === '' ? [] : text.split(':').map((group) => parseInt(group, 16));
}

function toPem(label: string, content: Buffer): string {
  const lines = content.toString('base64').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
