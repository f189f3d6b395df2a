/**
 * `npm run bench access`: axe over every view of the page in every language and every theme. `npm test` looks at each
 * view, each language and each theme, but not at all of them together. Ends with an exit code of 1 where a rule is
 * broken or a view cannot be reached. `GROTTO_LANGUAGES=en,ar` looks at those alone;
 * `GROTTO_GEOMETRY=1` measures reading order, sizes of what one presses and what 400 % enlargement cuts off as well.
 */
import process from 'node:process';
import { launchBrowser } from '../../e2e/browser.ts';
import setup from '../../e2e/setup.ts';
import { findBreaches } from '../../e2e/ui/views/findBreaches.ts';
import { findCut, findOutOfOrder, findSmall } from '../../e2e/ui/views/measure.ts';
import { look, openViews, VIEWS } from '../../e2e/ui/views/openViews.ts';
import { openPlain, PLAIN_VIEWS, showPlain } from '../../e2e/ui/views/plainViews.ts';
import { LANGUAGES, SETTINGS, THEME_NAMES } from '../../e2e/ui/views/themes.ts';

const wanted = process.env['GROTTO_LANGUAGES']?.split(',');
const languages = LANGUAGES.filter((language) => wanted?.includes(language) ?? true);
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
  }
}

const measuresGeometry = process.env['GROTTO_GEOMETRY'] !== undefined;

async function examine(): Promise<string[]> {
  const breaches = await findBreaches(page);
  if (!measuresGeometry) return breaches;
  const [desk, enlarged] = [
    { width: 960, height: 540 },
    { width: 320, height: 180 },
  ];
  const faults = [...breaches, ...(await findOutOfOrder(page)), ...(await findSmall(page, 24))];
  await page.setViewportSize(enlarged);
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, enlarged);
  faults.push(...(await findCut(page)).map((fault) => `enlarged: ${fault}`));
  await page.setViewportSize(desk);
  return faults;
}

for (const setting of settings) {
  const under = `${setting.language}, ${setting.theme}`;
  for (const view of VIEWS) await note(`${view.name}, ${under}`, () => look(page, view, setting, examine));
  for (const view of PLAIN_VIEWS)
    await note(`${view.name}, ${under}`, async () => {
      await showPlain(plain.page, plain.baseUrl, view, setting);
      return findBreaches(plain.page);
    });
  console.log(`${setting.language}, ${setting.theme}: ${runs} looked at so far, ${broken.length} faults`);
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
