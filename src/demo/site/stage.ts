/** Writes the site's plan. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Stage } from '#demo/make/stage.ts';
import { drawPlan } from '#demo/site/plan.ts';

const FILE = 'plan.svg';

export const PLAN_STAGE: Stage = {
  name: 'plan',
  title: 'Plan of the site',
  sources: ['site', 'caves/hall', 'caves/pillar', 'caves/chamber', 'caves/terrace/rock/face.ts', 'noise'],
  async run({ out, progress }) {
    await mkdir(out, { recursive: true });
    const target = path.join(out, FILE);
    await writeFile(`${target}.part`, drawPlan());
    await rename(`${target}.part`, target);
    progress(1, FILE);
    return [FILE];
  },
};
