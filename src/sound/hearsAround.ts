/**
 * Whether the shape of ears (`HRTF`) can be had. A browser loads it in its own time and tells nobody when; where it never
 * comes, a panner that asks for it stays silent for ever. Rendering a moment through one waits for it.
 */
export interface HearsAroundOptions {
  /** A context that renders a moment, at the rate of the one that plays: the shape is loaded for each rate. */
  readonly createOffline: () => OfflineAudioContext;
  readonly later: (act: () => void, ms: number) => () => void;
  /** So long it is waited for. */
  readonly ms: number;
}

export async function hearsAround({ createOffline, later, ms }: HearsAroundOptions): Promise<boolean> {
  let cancel = (): void => undefined;
  const tooLate = new Promise<boolean>((settle) => {
    cancel = later(() => settle(false), ms);
  });
  const heard = render(createOffline()).catch(() => false);
  const doesHear = await Promise.race([heard, tooLate]);
  cancel();
  return doesHear;
}

/** A steady value from the right must come out. */
async function render(context: OfflineAudioContext): Promise<boolean> {
  const panner = context.createPanner();
  panner.panningModel = 'HRTF';
  panner.positionX.value = 1;
  const source = context.createConstantSource();
  source.connect(panner).connect(context.destination);
  source.start();
  const rendered = await context.startRendering();
  return rendered.getChannelData(1).some((sample) => sample !== 0);
}
