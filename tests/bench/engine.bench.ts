/** What a frame of the engine costs, by size of panorama: tiles walked, requests, bytes, and only then microseconds. */
import { cubePyramid, DSL, eyeOf, Stage } from '../replay/stage.ts';

const FOV = 2 * Math.atan(Math.tan(Math.PI / 4) * (720 / 1280));
const FACES_PX = { '8K': 2_048, '64K': 20_861, '220K': 70_866 };
const FRAMES = 480;

console.log('a 360° sweep in eight seconds at 1280 × 720, 20 ms and 30 Mbit/s, after the first view is sharp');
for (const [name, facePx] of Object.entries(FACES_PX)) {
  const stage = new Stage(DSL);
  stage.show(cubePyramid('wall', facePx));
  const first = await stage.settle([eyeOf({ yaw: 0, pitch: 0, fov: FOV }, 1280, 720)]);
  const firstRequests = stage.requestCount;
  let sharp = 0;
  let spentMs = 0;
  for (let i = 1; i <= FRAMES; i++) {
    const eye = eyeOf({ yaw: (i / FRAMES) * 2 * Math.PI, pitch: 0, fov: FOV }, 1280, 720);
    const start = performance.now();
    const report = stage.frame([eye], Math.PI / 4);
    spentMs += performance.now() - start;
    if (report.isSharp) sharp++;
    await stage.pass(1 / 60);
  }
  const { requests, bytes, uploads, evicted, textureBytes } = stage.engine.stats;
  console.log(
    `${name.padStart(5)}: first view ${firstRequests} requests, sharp after ${first.toFixed(3)} s; sweep ${requests - firstRequests} requests, ` +
      `${(bytes / 1e6).toFixed(2)} MB in all, ${uploads} uploads, ${evicted} evicted, ${(textureBytes / 1e6).toFixed(0)} MB reserved, ` +
      `${((100 * sharp) / FRAMES).toFixed(1)} % of frames sharp, ${((1_000 * spentMs) / FRAMES).toFixed(0)} µs a frame`,
  );
}
