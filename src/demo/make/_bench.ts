import { CAVE_STAGES } from '#demo/make/caveStages.ts';
import { runStages } from '#demo/make/runStages.ts';
const [, , only, quality] = process.argv;
const c = process.cpuUsage();
const r = await runStages(CAVE_STAGES, {
  quality: (quality ?? 'draft') as 'draft',
  out: `/tmp/picture/out-${quality ?? 'draft'}`,
  cache: `/work/main/node_modules/.cache/grotto/demo/bench-${quality ?? 'draft'}`,
  jobs: 2,
  only: only!.split(','),
  clock: () => performance.now() / 1000,
  say: (l) => console.log(l, 'cpu', process.cpuUsage(c).user / 1e6, 'rss', process.resourceUsage().maxRSS / 1024),
  tell: () => {},
});
console.log(r.length);
