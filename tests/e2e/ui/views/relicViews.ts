/** The page around a relic in the visitor's hands, with each of its tools. */
import type { Page } from 'playwright-core';
import type { View } from './view.ts';

/** Of the demonstration's relics the one with states, details and a tour. */
const VASE = 'at=chamber-as-found&view=0,0,60&relic=relic-celadon-vase';
const TOOLS = ['label', 'details', 'states', 'light', 'surface', 'section', 'tape', 'size', 'take'] as const;

async function openTool(page: Page, tool: string): Promise<void> {
  const word = page.locator(`#relic-tool-${tool}`);
  await word.waitFor();
  if ((await word.getAttribute('aria-expanded')) !== 'true') await word.click();
  await page.locator('.panel--tool').waitFor();
}

async function compareWith(page: Page, index: number): Promise<void> {
  await page.locator('.panel--tool select').selectOption({ index });
}

const toolOf = (tool: string, name = tool, press?: (page: Page) => Promise<void>): View => ({
  name: `a relic: ${name}`,
  at: VASE,
  shows: '.rail',
  press: async (page) => {
    await openTool(page, tool);
    await press?.(page);
  },
});

export const RELIC_VIEWS: readonly View[] = [
  {
    name: 'a relic',
    at: VASE,
    shows: '.rail',
    // A tool that an earlier view has left open.
    press: async (page) => {
      const open = page.locator('.rail [aria-expanded=true]');
      if ((await open.count()) > 0) await open.click();
    },
  },
  ...TOOLS.map((tool) => toolOf(tool)),
  {
    ...toolOf('details', 'a detail', (page) => page.locator('.panel--tool .panel__body button').first().click()),
    leave: async (page) => {
      await page.keyboard.press('Escape');
      await page.locator('.panel--tool').waitFor({ state: 'detached' });
    },
  },
  {
    ...toolOf('states', 'two states', (page) => compareWith(page, 1)),
    leave: (page) => compareWith(page, 0),
  },
  {
    ...toolOf('section', 'cut open', (page) => page.locator('.panel--tool [role=switch]').first().click()),
    leave: (page) => page.locator('.panel--tool [role=switch]').first().click(),
  },
  {
    name: 'a relic: its tour',
    at: VASE,
    shows: '.rail',
    press: async (page) => {
      await page.locator('#relic-tool-tour').click();
      await page.locator('.tour').waitFor();
    },
    leave: (page) => page.keyboard.press('Escape'),
  },
];
