/** Grotto's own page, steered through its public script API. */
import { VERTICAL_FOV } from '../view.ts';

interface GrottoApi {
  readonly ready: Promise<unknown>;
  look(view: { yaw: number; pitch: number; fov: number }): Promise<unknown>;
}

const { grotto } = window as unknown as { grotto?: GrottoApi };
if (!grotto) throw new Error('the page has no window.grotto');
await grotto.ready;

window.benchViewer = {
  look: (yaw, pitch) => void grotto.look({ yaw, pitch, fov: VERTICAL_FOV }),
};
