/** Grotto's own page, steered through its public script API. */
interface GrottoApi {
  readonly ready: Promise<unknown>;
  look(view: { yaw: number; pitch: number }): Promise<unknown>;
}

const { grotto } = window as unknown as { grotto?: GrottoApi };
if (!grotto) throw new Error('the page has no window.grotto');

window.benchViewer = {
  look: (yaw, pitch) => void grotto.look({ yaw, pitch }),
};
