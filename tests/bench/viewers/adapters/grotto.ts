/** Grotto's own page, steered through its public script API. */
import type { GrottoApi } from '#app/scriptApi/api.ts';
import { BENCH_NODE } from './config.ts';
import { VERTICAL_FOV } from '../view.ts';

const grotto: GrottoApi | undefined = window.grotto;
if (!grotto) throw new Error('the page has no window.grotto');
await grotto.ready;
// The peers have no title card that lies over the picture; going to a place closes ours.
await grotto.goTo(BENCH_NODE);

window.benchViewer = {
  look: (yaw, pitch) => void grotto.look({ yaw, pitch, fov: VERTICAL_FOV }),
};
