/** `grotto serve`: the viewer and one exhibition on this machine and its network. `npm start` builds, then runs this. */
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { type Command, CommandError, type CommandIo } from '#pipeline/command.ts';
import { formatAddress, isAnyHost, listCertificateNames, listLanAddresses } from './addresses.ts';
import { createCertificate } from './certificate.ts';
import { type RunningServer, listen } from './listen.ts';
import { openSite } from './site.ts';

const DEFAULT_PORT = 8080;
const PORTS_TO_TRY = 20;
const BUILT_VIEWER = path.resolve(import.meta.dirname, '../../../dist');

const HELP = `Usage: grotto serve [options]

Shows an exhibition on this machine and its network until Ctrl+C.

  --exhibition <folder>  a folder that holds an exhibition.json; the demonstration when left out
  --port <number>        the port to listen on; ${DEFAULT_PORT} or the next free one when left out, 0 for any free one
  --host <address>       listen at this address only; on all networks of this machine when left out
  --https                serve TLS with a certificate made on the spot; headsets show VR only on such a page
  --headers              print the headers to send from another host, such as the content security policy, and end
  --help                 this text
`;

interface ServeOptions {
  readonly exhibition: string | undefined;
  readonly port: number | undefined;
  readonly host: string | undefined;
  readonly isSecure: boolean;
  readonly onlyPrintsHeaders: boolean;
  readonly root: string;
}

export const command: Command = {
  summary: 'show an exhibition on this machine and its network',
  help: HELP,
  async run(args, io) {
    const options = readOptions(args, io.cwd);
    if (options.onlyPrintsHeaders) {
      const headers = await (await openSite(options)).policyHeaders();
      io.out(
        Object.entries(headers)
          .map(([name, value]) => `${name}: ${value}\n`)
          .join(''),
      );
      return 0;
    }
    const server = await startServer(options, io);
    io.out(describe(options, server.port));
    await untilStopped();
    await server.close();
    return 0;
  },
};

function readOptions(args: string[], cwd: string): ServeOptions {
  const { values } = parseArgs({
    args,
    options: {
      exhibition: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
      https: { type: 'boolean' },
      headers: { type: 'boolean' },
      root: { type: 'string' },
    },
  });
  return {
    exhibition: values.exhibition === undefined ? undefined : path.resolve(cwd, values.exhibition),
    port: values.port === undefined ? undefined : readPort(values.port),
    host: values.host,
    isSecure: values.https ?? false,
    onlyPrintsHeaders: values.headers ?? false,
    root: values.root === undefined ? BUILT_VIEWER : path.resolve(cwd, values.root),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new CommandError(`--port is a number from 0 to 65535, not "${text}"`, 2);
  return port;
}

async function startServer(options: ServeOptions, io: CommandIo): Promise<RunningServer> {
  const site = await openSite(options);
  return listen(site, {
    port: options.port ?? DEFAULT_PORT,
    portsToTry: options.port === undefined ? PORTS_TO_TRY : 1,
    host: options.host,
    certificate: options.isSecure ? createCertificate(listCertificateNames(options.host), new Date()) : undefined,
    onError: (error) => io.err(`grotto serve: ${error instanceof Error ? error.message : String(error)}\n`),
  });
}

function describe(options: ServeOptions, port: number): string {
  const scheme = options.isSecure ? 'https' : 'http';
  const address = (host: string): string => formatAddress(scheme, host, port);
  const isOpen = isAnyHost(options.host);
  const lines = [`Grotto shows ${options.exhibition ?? 'the demonstration exhibition'}`, ''];
  lines.push(`  on this machine  ${address(isOpen ? 'localhost' : (options.host ?? 'localhost'))}`);
  if (isOpen) lines.push(...listLanAddresses().map((host) => `  on the network   ${address(host)}`));
  lines.push('');
  if (options.isSecure)
    lines.push('The certificate was made just now, so every browser warns once; go on to the page.');
  else lines.push('A headset shows VR only on a secure page: add --https.');
  lines.push('Ctrl+C stops it.', '');
  return lines.join('\n');
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
