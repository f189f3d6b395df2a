/**
 * A guided tour of the demonstration in an emulated headset, in another language than the page's, begun and led on by ray
 * and told to its natural end, against the document. `GROTTO_ALL_WALKS=1` walks both tours in both languages.
 */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { HeldTime } from '../guide/heldTime.ts';
import { ALL_WALKS, HAS_ALL } from '../guide/walks.ts';
import { openUi } from '../ui/openUi.ts';
import type { Visit } from '../visit.ts';
import { HeldHeadset } from './guide/heldHeadset.ts';
import { walkInHeadset } from './guide/inHeadset.ts';
import { followGuide, sheetScript } from './guide/sheetLog.ts';
import { EmulatedHeadset, headsetScript } from './headset.ts';
import { watchGl } from './watchGl.ts';

/** Of each edge of the picture, how much is rasterised: what is said is read off the sheets themselves. */
const UNSEEN = 1 / 16;

let browser: Browser;
let visit: Visit | null = null;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(async () => {
  const last = visit;
  visit = null;
  await last?.close();
  last?.expectQuiet();
});
afterAll(() => browser.close());

/** All walks take longer than a test usually may. */
const PATIENCE_MS = HAS_ALL ? 900_000 : 300_000;

describe('guided tours of the demonstration in a headset', { timeout: PATIENCE_MS }, () => {
  it('are begun by ray, ask before the head, and say at every station what the document has', async () => {
    const [, , , second] = ALL_WALKS;
    visit = await openUi(browser, {
      path: '#at=terrace-as-found&view=0,0,60&lang=en',
      viewport: { width: 320, height: 168 },
      isTimed: true,
      initScript: `${headsetScript()}${sheetScript()};(${watchGl.toString()})(${UNSEEN});`,
    });
    const { page } = visit;
    await page.getByRole('button', { name: 'Enter VR' }).first().waitFor();
    await new EmulatedHeadset(page).enter();
    await followGuide(page);
    const time = await HeldTime.hold(page);
    const headset = new HeldHeadset(time);
    for (const how of HAS_ALL ? ALL_WALKS : [second]) await walkInHeadset(time, headset, how);
  });
});
