/** `grotto deploy`: what a museum's machine or another web server needs to show an exhibition as `grotto serve` does. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { STAFF_DIGITS } from '#document/kioskSchema.ts';
import { type Command, CommandError } from '#pipeline/command.ts';
import { openSite } from '#pipeline/serve/site.ts';
import { BUILT_VIEWER } from '#pipeline/serve/builtViewer.ts';
import { kioskPolicy, kioskUrl } from './browser.ts';
import { hashCode } from './staffCode.ts';
import { browserUnit, type KioskMachine, serverUnit, watchUnit } from './systemd.ts';
import { apacheConfig, bucketHeaders, headersFile, nginxConfig } from './webServers.ts';

const HELP = `Usage: grotto deploy [options]

Writes files for a kiosk of a museum (systemd units, a policy for Chromium) and for other web servers (headers for nginx,
Apache, static hosts and buckets), with the very headers that grotto serve sends.

  --out <folder>         where they are written; deploy when left out
  --exhibition <folder>  the exhibition that is shown; the demonstration when left out
  --grotto <folder>      where Grotto lies on the kiosk, built; /opt/grotto when left out
  --port <number>        the port it is served on there; 8080 when left out
  --browser <program>    what shows it there; /usr/bin/chromium when left out
  --user <name>          who is logged in there; kiosk when left out
  --path <path>          where on another site it lies; / when left out
  --code <digits>        write no files, but print the code of the staff as exhibition.json holds it
  --help                 this text
`;

const OPTIONS = {
  out: { type: 'string', default: 'deploy' },
  exhibition: { type: 'string' },
  grotto: { type: 'string', default: '/opt/grotto' },
  port: { type: 'string', default: '8080' },
  browser: { type: 'string', default: '/usr/bin/chromium' },
  user: { type: 'string', default: 'kiosk' },
  path: { type: 'string', default: '/' },
  code: { type: 'string' },
  root: { type: 'string' },
} as const;

export const command: Command = {
  summary: 'write files for a kiosk and for other web servers',
  help: HELP,
  async run(args, io) {
    const { values } = parseArgs({ args, options: OPTIONS });
    if (values.code !== undefined) {
      io.out(`"staff": ${JSON.stringify(hashCode(readCode(values.code)))}\n`);
      return 0;
    }
    const machine = readMachine(values, io.cwd);
    const root = path.resolve(io.cwd, values.root ?? BUILT_VIEWER);
    const headers = await (await openSite({ root, exhibition: machine.exhibition })).policyHeaders();
    const files: Readonly<Record<string, string>> = {
      'grotto.service': serverUnit(machine),
      'grotto-kiosk.service': browserUnit(machine),
      'grotto-watch.service': watchUnit(machine),
      'chromium-policy.json': `${JSON.stringify(kioskPolicy(machine.port), null, 2)}\n`,
      'nginx.conf': nginxConfig(headers, readPath(values.path)),
      'apache.htaccess': apacheConfig(headers),
      _headers: headersFile(headers),
      'bucket-headers.json': bucketHeaders(headers),
    };
    const folder = path.resolve(io.cwd, values.out);
    await mkdir(folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
    io.out(describe(values.out, Object.keys(files), machine));
    return 0;
  },
};

function readMachine(
  values: Readonly<Record<'grotto' | 'port' | 'browser' | 'user', string>> & {
    readonly exhibition?: string | undefined;
  },
  cwd: string,
): KioskMachine {
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port < 1 || port > 65_535) {
    throw new CommandError(`--port is a number from 1 to 65535, not "${values.port}"`, 2);
  }
  if (!/^[a-z_][a-z0-9_-]*$/.test(values.user))
    throw new CommandError(`--user: "${values.user}" is no name of a user`, 2);
  for (const name of ['grotto', 'browser'] as const) {
    if (!/^\/[^\n"\\]*$/.test(values[name])) throw new CommandError(`--${name} wants a full path on the kiosk`, 2);
  }
  const exhibition = values.exhibition === undefined ? undefined : path.resolve(cwd, values.exhibition);
  return { grotto: values.grotto, port, browser: values.browser, user: values.user, exhibition };
}

function readPath(text: string): string {
  if (!/^\/(?:[\w.~-]+\/)*$/.test(text)) {
    throw new CommandError(`--path begins and ends with a slash, such as /caves/, not "${text}"`, 2);
  }
  return text;
}

function readCode(text: string): string {
  const { least, most } = STAFF_DIGITS;
  if (/^\d+$/.test(text) && text.length >= least && text.length <= most) return text;
  throw new CommandError(`--code wants ${least} to ${most} digits`, 2);
}

function describe(out: string, names: readonly string[], { port }: KioskMachine): string {
  return [
    ...names.map((name) => path.join(out, name)),
    '',
    'On the kiosk, with chromium, cage and curl installed and Grotto built:',
    `  cp ${out}/*.service /etc/systemd/system/`,
    `  cp ${out}/chromium-policy.json /etc/chromium/policies/managed/grotto.json`,
    '  systemctl enable --now grotto grotto-kiosk grotto-watch',
    `It shows ${kioskUrl(port)}.`,
    '',
  ].join('\n');
}
