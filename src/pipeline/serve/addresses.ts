/** The addresses under which this machine is reached. */
import { type NetworkInterfaceInfo, hostname, networkInterfaces } from 'node:os';
import { isIPv6 } from 'node:net';

/** The machine's own addresses on its networks, IPv4 before IPv6; loopback and link-local ones are left out. */
export function listLanAddresses(interfaces = networkInterfaces()): string[] {
  const all = Object.values(interfaces).flatMap((entries: NetworkInterfaceInfo[] | undefined) => entries ?? []);
  const reachable = all.filter((entry) => !entry.internal && !/^(fe80:|169\.254\.)/i.test(entry.address));
  const ofFamily = (family: string): string[] =>
    reachable.filter((entry) => entry.family === family).map((entry) => entry.address);
  return [...ofFamily('IPv4'), ...ofFamily('IPv6')];
}

/** Every name and address a certificate must hold for a server that listens at `host`. */
export function listCertificateNames(host: string | undefined): string[] {
  const named = host === undefined || isAnyHost(host) ? [] : [host];
  const ownName = /^[A-Za-z0-9.-]+$/.test(hostname()) ? [hostname()] : [];
  return [...new Set(['localhost', '127.0.0.1', '::1', ...ownName, ...listLanAddresses(), ...named])];
}

/** Whether a host to listen at means all networks of the machine. */
export function isAnyHost(host: string | undefined): boolean {
  return host === undefined || host === '0.0.0.0' || host === '::';
}

export function formatAddress(scheme: 'http' | 'https', host: string, port: number): string {
  return `${scheme}://${isIPv6(host) ? `[${host}]` : host}:${port}/`;
}
