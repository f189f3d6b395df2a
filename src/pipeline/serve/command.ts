/** `grotto serve`: the viewer and one exhibition on this machine and its network. `npm start` builds, then runs this. */
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { type Command, CommandError, type CommandIo } from '#pipeline/command.ts';
import { formatAddress, isAnyHost, listCertificateNames, listLanAddresses } from './addresses.ts';
import { BUILT_VIEWER } from './builtViewer.ts';
import { KIOSK_FLAGS, kioskUrl } from '#pipeline/deploy/browser.ts';
import { createCertificate } from './certificate.ts';
import { createHealthAnswer } from './health/answerHealth.ts';
import type { Health } from './health/health.ts';
import { openHealth } from './health/openHealth.ts';
import { superviseBrowser } from './health/superviseBrowser.ts';
import { keepRunning } from './keepRunning.ts';
import { type Live, openLive } from './live/openLive.ts';
import { type RunningServer, listen } from './listen.ts';
import { openSite } from './site.ts';

const DEFAULT_PORT = 8080;
const PORTS_TO_TRY = 20;

const HELP = `Usage: grotto serve [options]

Shows an exhibition on this machine and its network until Ctrl+C.

  --exhibition <folder>  a folder that holds an exhibition.json; the demonstration when left out
  --port <number>        the port to listen on; ${DEFAULT_PORT} or the next free one when left out, 0 for any free one
  --host <address>       listen at this address only; on all networks of this machine when left out
  --https                serve TLS with a certificate made on the spot; headsets show VR only on such a page
  --kiosk                serve to this machine alone, and name the address of a kiosk, whose page then tells how it fares
  --browser <program>    with --kiosk: show it in this Chromium or Chrome, and start that again whenever it ends, or
                         its page was not heard of for a minute
  --open-health          let other machines read /health too; without it this one alone
  --no-live              do not watch the folder. Without it, pages load an exhibition that is edited anew, at the same place
                         and view, and say what is wrong where an edit cannot be shown; never with --kiosk
  --headers              print the headers to send from another host, such as the content security policy, and end
  --help                 this text

/health tells of the server and of the last that was heard of a kiosk; /health.json says it to programs. It answers 503
where a kiosk is not well.
`;

interface ServeOptions {
  readonly exhibition: string | undefined;
  readonly port: number | undefined;
  readonly host: string | undefined;
  readonly isSecure: boolean;
  readonly isKiosk: boolean;
  /** What shows a kiosk; nothing is started where it is left out. */
  readonly browser: string | undefined;
  /** Whether other machines may read how it fares. */
  readonly isHealthOpen: boolean;
  /** Whether pages hear of edits. */
  readonly isLive: boolean;
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
    const health = await openHealth(options.exhibition ?? options.root, options.isKiosk);
    const live = options.isLive ? await openLive(options.exhibition ?? options.root, (line) => io.err(line)) : null;
    const server = await startServer(options, { health, live }, io);
    io.out(describe(options, server.port));
    const stop = options.browser === undefined ? null : showInBrowser(options.browser, server.port, health, io);
    await untilStopped();
    stop?.();
    live?.close();
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
      kiosk: { type: 'boolean' },
      browser: { type: 'string' },
      'open-health': { type: 'boolean' },
      'no-live': { type: 'boolean' },
      root: { type: 'string' },
    },
  });
  const isKiosk = values.kiosk ?? false;
  if (values.browser !== undefined && !isKiosk) throw new CommandError('--browser wants --kiosk beside it', 2);
  if (isKiosk && values.https === true) {
    throw new CommandError('a kiosk trusts its own machine without --https', 2);
  }
  return {
    isKiosk,
    browser: values.browser,
    isHealthOpen: values['open-health'] ?? false,
    // Nobody edits the demonstration where it lies built.
    isLive: values.exhibition !== undefined && !isKiosk && !values['no-live'],
    exhibition: values.exhibition === undefined ? undefined : path.resolve(cwd, values.exhibition),
    port: values.port === undefined ? undefined : readPort(values.port),
    host: values.host ?? (isKiosk ? 'localhost' : undefined),
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

async function startServer(
  options: ServeOptions,
  { health, live }: { readonly health: Health; readonly live: Live | null },
  io: CommandIo,
): Promise<RunningServer> {
  const answerHealth = createHealthAnswer({ health, isOpen: options.isHealthOpen }, Date.now);
  const site = await openSite(options);
  return listen(site, {
    port: options.port ?? DEFAULT_PORT,
    portsToTry: options.port === undefined ? PORTS_TO_TRY : 1,
    host: options.host,
    other: async (request, response) => (await live?.answer(request, response)) || answerHealth(request, response),
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
  if (options.isKiosk) lines.push(`  as a kiosk       ${kioskUrl(port)}`, '');
  else if (options.isSecure)
    lines.push('The certificate was made just now, so every browser warns once; go on to the page.');
  else lines.push('A headset shows VR only on a secure page: add --https.');
  lines.push('Ctrl+C stops it.', '');
  return lines.join('\n');
}

/** Answers what ends it. */
function showInBrowser(browser: string, port: number, health: Health, io: CommandIo): () => void {
  const log = (line: string): void => io.err(line);
  const keeper = keepRunning(browser, browserArgs(port), log);
  const leaveAlone = superviseBrowser(health, keeper, log);
  return () => {
    leaveAlone();
    keeper.stop();
  };
}

/** A profile of its own, so that nothing of anybody else's is in it. */
function browserArgs(port: number): readonly string[] {
  const profile = path.join(tmpdir(), `grotto-kiosk-${port}`);
  return [...KIOSK_FLAGS, `--user-data-dir=${profile}`, kioskUrl(port)];
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
