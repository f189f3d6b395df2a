/** Grotto's own page, steered through its public script API. */
import type { GrottoApi } from '#app/scriptApi/api.ts';
import { VERTICAL_FOV } from '../view.ts';

const grotto: GrottoApi | undefined = window.grotto;
if (!grotto) throw new Error('the page has no window.grotto');
await grotto.ready;

window.benchViewer = {
  look: (yaw, pitch) => void grotto.look({ yaw, pitch, fov: VERTICAL_FOV }),
};
