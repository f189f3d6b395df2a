/**
 * `npm run bench access`: axe over every view of the page in every language and every theme. `npm test` looks at each
 * view, each language and each theme, but not at all of them together. Ends with an exit code of 1 where a rule is
 * broken or a view cannot be reached. `GROTTO_LANGUAGES=en,ar` looks at those alone, `GROTTO_VIEWS='a relic'` at views
 * whose names match;
 * `GROTTO_GEOMETRY=1` measures reading order, sizes of what one presses and what 400 % enlargement cuts off as well.
 */
import process from 'node:process';
import { launchBrowser } from '../../e2e/browser.ts';
import setup from '../../e2e/setup.ts';
import { examine } from '../../e2e/ui/views/examine.ts';
import { findBreaches } from '../../e2e/ui/views/findBreaches.ts';
import { look, openViews, VIEWS } from '../../e2e/ui/views/openViews.ts';
import { openPlain, PLAIN_VIEWS, showPlain } from '../../e2e/ui/views/plainViews.ts';
import { LANGUAGES, type Setting, SETTINGS, THEME_NAMES } from '../../e2e/ui/views/themes.ts';

const wanted = process.env['GROTTO_LANGUAGES']?.split(',');
const languages = LANGUAGES.filter((language) => wanted?.includes(language) ?? true);
const named = new RegExp(process.env['GROTTO_VIEWS'] ?? '');
const settings = SETTINGS.filter(({ language }) => languages.includes(language));

await setup();
const browser = await launchBrowser();
const visit = await openViews(browser);
const { page } = visit;
const plain = await openPlain(browser);
let runs = 0;
const broken: string[] = [];

async function note(where: string, see: () => Promise<string[]>): Promise<void> {
  try {
    const breaches = await see();
    runs++;
    broken.push(...breaches.map((breach) => `${where}: ${breach}`));
  } catch (error) {
    broken.push(`${where}: ${String(error)}`);
    console.error(broken.at(-1));
  }
}

const device = process.env['GROTTO_GEOMETRY'] === undefined ? null : await visit.context.newCDPSession(page);
const see = (): Promise<string[]> => (device ? examine(page, device) : findBreaches(page));

// View by view, since a place or a relic takes longer to come than another language.
for (const view of VIEWS.filter(({ name }) => named.test(name))) {
  for (const setting of settings) await note(`${view.name}, ${nameOf(setting)}`, () => look(page, view, setting, see));
  tell(view.name);
}
for (const view of PLAIN_VIEWS.filter(({ name }) => named.test(name))) {
  for (const setting of settings)
    await note(`${view.name}, ${nameOf(setting)}`, async () => {
      await showPlain(plain.page, plain.baseUrl, view, setting);
      return findBreaches(plain.page);
    });
  tell(view.name);
}

function nameOf({ language, theme }: Setting): string {
  return `${language}, ${theme}`;
}

function tell(name: string): void {
  console.log(`${name}: ${runs} looked at so far, ${broken.length} faults, ${Math.round(process.uptime())} s`);
}
broken.push(...visit.faults, ...plain.faults);
await visit.close();
await plain.close();
await browser.close();
for (const line of broken) console.error(line);
console.log(
  `${VIEWS.length + PLAIN_VIEWS.length} views × ${languages.length} languages × ${THEME_NAMES.length} themes: ${runs} runs of axe, ${broken.length} faults`,
);
process.exitCode = broken.length === 0 ? 0 : 1;
