/**
 * A real Chromium for the tests: an installed one, else the one Playwright downloads, else Debian's package. It is
 * set up here, so that `npm test` needs nothing but Node and npm.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { type Browser, chromium, type ConsoleMessage } from 'playwright-core';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PLAYWRIGHT = path.join(ROOT, 'node_modules/playwright-core/cli.js');
/** A download that stalls must not hold the tests for ever. */
const INSTALL_TIMEOUT_MS = 10 * 60_000;

/** Features of the browser's own. Of several such lists it takes the last, so this one repeats Playwright's. */
const LEFT_OUT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  // Each window would load the two hundred modules of a popup that no test ever sees.
  'WebUIOmniboxPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxAimPopup',
];

const FLAGS = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${LEFT_OUT.join(',')}`,
  // Every machine rasterises alike, with or without a graphics card. Pages are put together without it: that is cheaper.
  '--use-gl=angle',
  '--use-angle=swiftshader-webgl',
  '--enable-unsafe-swiftshader',
];

/** For `launchBrowser`: pages are put together by WebGL too, as on a device with a graphics card. */
export const ALL_BY_WEBGL = ['--use-angle=swiftshader'];

const INSTALLED: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'].flatMap((name) =>
    ['/usr/bin', '/usr/local/bin', '/snap/bin'].map((folder) => `${folder}/${name}`),
  ),
  darwin: ['/Applications', path.join(homedir(), 'Applications')].flatMap((folder) => [
    `${folder}/Google Chrome.app/Contents/MacOS/Google Chrome`,
    `${folder}/Chromium.app/Contents/MacOS/Chromium`,
    `${folder}/Microsoft Edge.app/Contents/MacOS/Microsoft Edge`,
  ]),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable] ?? '';
    return [`${folder}\\Google\\Chrome\\Application\\chrome.exe`, `${folder}\\Chromium\\Application\\chrome.exe`];
  }),
};

/** A headless browser; `extraFlags` come after the tests' own. */
export async function launchBrowser(extraFlags: readonly string[] = []): Promise<Browser> {
  const { program, args, isRoot } = browserCommand();
  return chromium.launch({
    executablePath: program,
    args: [...args, ...extraFlags],
    headless: true,
    chromiumSandbox: !isRoot,
  });
}

/** For whoever starts it otherwise. */
export function browserCommand(): { readonly program: string; readonly args: readonly string[]; isRoot: boolean } {
  const program = findBrowser() ?? setUpBrowser();
  const isRoot = process.getuid?.() === 0;
  return { program, args: [...FLAGS, ...(isRoot ? ['--no-sandbox'] : [])], isRoot };
}

/** Its own line as it reads back each picture of a canvas, to put the page together without a graphics card. */
const READS_BACK = /GL_CLOSE_PATH_NV, High\): GPU stall due to ReadPixels/;

/** Whether a line of the console is an error or a warning about what the page does. */
export function isComplaint(message: ConsoleMessage): boolean {
  return message.type() === 'error' || (message.type() === 'warning' && !READS_BACK.test(message.text()));
}

/** The browser that is there already, or null. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | null {
  for (const variable of ['GROTTO_CHROMIUM', 'CHROME_PATH']) {
    const named = env[variable];
    if (named === undefined || named === '') continue;
    if (!canRun(named)) throw new Error(`${variable} names ${named}, which is not a program that can be run`);
    return named;
  }
  const candidates = [...(INSTALLED[process.platform] ?? []), chromium.executablePath()];
  return candidates.find(canRun) ?? null;
}

/** Gets a browser and returns where it is; throws one clear line where none can be had. */
export function setUpBrowser(): string {
  console.log('No Chrome or Chromium is installed; fetching one for the tests');
  run(process.execPath, [PLAYWRIGHT, 'install', 'chromium', '--only-shell'], INSTALL_TIMEOUT_MS);
  const downloaded = findBrowser();
  if (downloaded !== null && canStart(downloaded)) return downloaded;
  if (process.platform === 'linux' && process.getuid?.() === 0 && canRun('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    run('/usr/bin/apt-get', ['update', '-q'], INSTALL_TIMEOUT_MS, env);
    run('/usr/bin/apt-get', ['install', '-y', '-q', 'chromium'], INSTALL_TIMEOUT_MS, env);
    const packaged = findBrowser();
    if (packaged !== null && canStart(packaged)) return packaged;
  }
  throw new Error('There is no Chrome or Chromium for the tests; install one, or name it in GROTTO_CHROMIUM');
}

function run(program: string, args: readonly string[], timeout: number, env = process.env): void {
  spawnSync(program, args, { stdio: 'inherit', timeout, env });
}

/** A downloaded browser may lack libraries of the system. */
function canStart(browser: string): boolean {
  return spawnSync(browser, ['--version'], { stdio: 'ignore', timeout: 60_000 }).status === 0;
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
