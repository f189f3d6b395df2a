import { expect, it } from 'vitest';
import { openRelicPages } from './relicStage/open.ts';
it('measures', async () => {
  const pages = await openRelicPages();
  const { page } = await pages.open();
  for (const [triangles, texturePx] of [[10_000, 512], [500_000, 2048], [1_500_000, 4096]] as const) {
    const out = await page.evaluate(async ([t, px]) => {
      const STEP = { shape: 'scan', isLit: true, bytes: 1000, colour: 0xff0000 } as const;
      window.relics.show([{ id: `r${t}`, center: [0, 0, -1], steps: [{ ...STEP, triangles: t, texturePx: px }] }]);
      window.relics.longestFrame();
      const tasks: number[] = [];
      const o = new PerformanceObserver((l) => { for (const e of l.getEntries()) tasks.push(Math.round(e.duration)); });
      o.observe({ type: 'longtask' });
      await window.relics.settle();
      await new Promise((r) => setTimeout(r, 300));
      return { stats: window.relics.stats().stage, frame: window.relics.longestFrame(), tasks: tasks.length, slow: (globalThis as any).slow };
    }, [triangles, texturePx] as const);
    console.log(triangles, JSON.stringify(out));
  }
  expect(1).toBe(1);
  await pages.close();
});
