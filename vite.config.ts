import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { exhibitionJsonSchema } from './src/document/jsonSchema.ts';
import { CONTROLLER_PROFILES } from './src/pipeline/build/controllerProfile.ts';
import { budgets, emitMade, leaveOutEmulator, shareable, stamp, titleCard } from './src/pipeline/build/plugins.ts';
import { firstChunk } from './src/pipeline/build/firstChunk.ts';
import { laterShaders } from './src/pipeline/build/laterShaders.ts';
import { labelsPage } from './src/pipeline/build/labelsPage.ts';
import { leanShaders } from './src/pipeline/build/leanShaders.ts';
import { leaveOutNode } from './src/pipeline/build/leaveOutNode.ts';
import { thirdParty } from './src/pipeline/build/thirdParty.ts';
import { serviceWorker } from './src/pipeline/build/serviceWorker.ts';
import { toldSite } from './src/pipeline/build/toldSite.ts';
import { splitThree } from './src/pipeline/build/splitThree.ts';

const ROOT = import.meta.dirname;

/** What the staff of a kiosk reads. */
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };

/** What the build owes to others' licences. */
const NOTICES = thirdParty(ROOT);

/** Where the demonstration will be published: tags and oEmbed want full addresses. */
const SITE = toldSite();

/** What the first panorama waits for besides the entry and its static imports; the budget counts it in. */
const FIRST_PICTURE = { modules: [], workers: ['worker'] };

/** Vitest alone would leave one processor free, and of two that is half. */
const NODE_WORKERS = Math.max(2, availableParallelism() - 1);

export default defineConfig({
  // Relative addresses: the build works in any folder of any site.
  base: './',
  define: { 'import.meta.env.VITE_GROTTO_VERSION': JSON.stringify(version) },
  plugins: [
    react(),
    leaveOutEmulator(),
    splitThree(ROOT),
    firstChunk(ROOT),
    laterShaders(ROOT),
    leanShaders(),
    titleCard(ROOT, SITE),
    emitMade('exhibition.schema.json', () => JSON.stringify(exhibitionJsonSchema(), null, 2)),
    ...Object.entries(CONTROLLER_PROFILES).map(([fileName, text]) => emitMade(fileName, () => text)),
    labelsPage(ROOT),
    shareable(ROOT, SITE),
    serviceWorker(ROOT),
    NOTICES.page,
    budgets(ROOT, FIRST_PICTURE),
    stamp(ROOT),
  ],
  build: {
    target: 'es2022',
    // Everything of the viewer's own lies under app/, so that an exhibition may have an assets/ folder of its own.
    assetsDir: 'app',
    // The content security policy lets no data: URL stand in for a font or a script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The weight that counts is what the budgets print.
    reportCompressedSize: false,
    chunkSizeWarningLimit: Infinity,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  worker: { format: 'es', plugins: () => [leaveOutNode(), NOTICES.worker()] },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['tests/{unit,contract,replay,repro}/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: NODE_WORKERS,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/setup.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // A software-rendered browser waits often enough to leave half a small machine to a second one.
          maxWorkers: 2,
          // After the others, where both are asked for in one run.
          sequence: { groupOrder: 1 },
          // A browser starved by its neighbours may miss a step once; what fails twice is broken.
          retry: 1,
        },
      },
    ],
  },
});
