import { openStage } from './stage.ts';
const stage = await openStage();
const label = {
  type: 'cube-tiles',
  template: '/chart/labelled/256/256/{z}/{f}/{y}_{x}.png',
  tileSize: 256,
  levels: [256, 512],
};
const real = {
  type: 'cube-tiles',
  template: '/real/derived/cube-pyramid/{z}/{f}/{y}/{x}.jpg',
  tileSize: 512,
  levels: [256, 512, 1024],
  firstLevel: 1,
};
const pann = {
  type: 'cube-tiles',
  template: '/real/pano/pannellum/multires/{z}/{f}{y}{x}.png',
  tileSize: 512,
  levels: [512, 1024, 1910],
  firstLevel: 1,
};
for (const [name, size] of [
  ['d', { width: 1280, height: 720 }],
  ['m', { width: 390, height: 844, deviceScaleFactor: 2 }],
] as const) {
  const { page, complaints } = await stage.open(size);
  await page.evaluate(
    async (s) => {
      await window.play.open(s as never, { yaw: 20, pitch: 15, fov: 100 });
      await window.play.whenSharp();
    },
    { label, real, pann },
  );
  await page.screenshot({ path: `/tmp/label-${name}.png` });
  await page.evaluate(() => {
    window.play.goTo('real');
    return window.play.whenSharp();
  });
  await page.evaluate(() => window.play.look({ yaw: 45, pitch: -50, fov: 80 }));
  await page.screenshot({ path: `/tmp/real-${name}.png` });
  await page.evaluate(() => window.play.look({ yaw: 2, pitch: -2, fov: 12 }));
  await page.screenshot({ path: `/tmp/zoom-${name}.png` });
  await page.evaluate(() => {
    window.play.goTo('pann');
    return window.play.whenSharp();
  });
  await page.evaluate(() => window.play.look({ yaw: 40, pitch: -30, fov: 90 }));
  await page.screenshot({ path: `/tmp/pann-${name}.png` });
  // frame times while sweeping
  console.log(
    await page.evaluate(async () => {
      await window.play.look({ yaw: 0, pitch: 0, fov: 65 });
      const times: number[] = [];
      let last = performance.now();
      for (let i = 0; i < 60; i++) {
        window.play.turn({ yaw: i * 1.5, pitch: 0, fov: 65 });
        await new Promise(requestAnimationFrame);
        const n = performance.now();
        times.push(n - last);
        last = n;
      }
      times.sort((a, b) => a - b);
      const s = window.play.stats();
      return {
        median: times[30],
        p95: times[57],
        drawCalls: s.drawCalls,
        triangles: s.triangles,
        tiles: s.textureBytes.tiles,
        longest: s.longestUploadMs,
        uploads: s.uploads,
        shown: s.engine.tilesShown,
        requests: s.engine.requests,
      };
    }),
  );
  console.log(complaints);
  await page.close();
}
await stage.close();
