/**
 * Builds a renderer anew: its graphics context is given back, with all that it holds, and taken again. The visit, which
 * outlives the loss of its context anyway, makes everything in it again from what it knows.
 */

/** A browser that does not say in this time that the context is gone never does, milliseconds. */
const LOST_WITHIN_MS = 2_000;

/** @param canvas Whose context is there yet: of one that is lost nothing can be had. */
export function awaitRebuild(canvas: HTMLCanvasElement): () => Promise<void> {
  const context = canvas.getContext('webgl2');
  const hold = context?.getExtension('WEBGL_lose_context');
  return async () => {
    if (!context || !hold) return;
    if (!context.isContextLost()) {
      const lost = new Promise((resolve) => canvas.addEventListener('webglcontextlost', resolve, { once: true }));
      hold.loseContext();
      await Promise.race([lost, new Promise((resolve) => setTimeout(resolve, LOST_WITHIN_MS))]);
      // It can be taken again only after everybody has heard that it is gone.
      await new Promise((resolve) => setTimeout(resolve));
    }
    hold.restoreContext();
  };
}
