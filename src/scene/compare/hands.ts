/** Lens and curtain under the visitor's pointer: a mouse leads the lens, fingers draw it and the curtain along. */
import { wrapAngle } from '#shared/angle.ts';
import { directionOf, dot } from '#shared/vec.ts';
import type { Pointing, Taken } from '#scene/look/desk.ts';
import type { LiveCompare } from '#tour/compare/liveCompare.ts';
import { LEAST_LENS, MOST_LENS } from '#tour/compare/state.ts';
import type { Tour } from '#tour/store.ts';
import type { View } from '#tour/state.ts';

export interface CompareHandsOptions {
  readonly tour: Tour;
  readonly live: LiveCompare;
  readonly view: () => View;
  /** Width of the picture, CSS pixels, and what it is to its height. */
  readonly size: () => { readonly widthPx: number; readonly aspect: number };
  readonly requestFrame: () => void;
}

export interface CompareHands {
  take(pointing: Pointing): Taken | null;
  /** The view was turned without a pointer: a lens that is not pinned stays where it is in the picture. */
  turned(yaw: number, pitch: number): void;
  /** The pointer is over that direction; null when it left. */
  hover(pointing: Pointing | null): void;
  dispose(): void;
}

/** How far from the line a press still takes hold of it, CSS pixels. */
const REACH_PX = { fine: 12, coarse: 28, centre: 0 } as const;
/** The store hears of a lens that has not been moved for this long. */
const REST_MS = 250;

export function createCompareHands({ tour, live, view, size, requestFrame }: CompareHandsOptions): CompareHands {
  const { store, commands } = tour;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const settle = (): void => {
    clearTimeout(rest);
    const { lens, curtain, blend } = live.current;
    commands.compare.set({ lens: { ...lens }, curtain, blend });
  };
  const moveLens = (yaw: number, pitch: number): void => {
    const { radius } = live.current.lens;
    live.write({ lens: { yaw: wrapAngle(yaw), pitch: Math.max(-Math.PI / 2, Math.min(Math.PI / 2, pitch)), radius } });
    requestFrame();
  };
  const isOnLens = ({ yaw, pitch }: Pointing): boolean => {
    const { lens } = live.current;
    return dot(directionOf(yaw, pitch), directionOf(lens.yaw, lens.pitch)) >= Math.cos(lens.radius);
  };
  const isOnLine = (pointing: Pointing): boolean => {
    const { widthPx } = size();
    const awayPx = Math.abs(shareOf(pointing, view(), size().aspect) - live.current.curtain) * widthPx;
    return awayPx <= REACH_PX[pointing.kind];
  };

  const takeLens = (from: Pointing): Taken => {
    const start = { ...live.current.lens };
    return {
      move: ({ yaw, pitch }) => moveLens(start.yaw + wrapAngle(yaw - from.yaw), start.pitch + pitch - from.pitch),
      spread(factor) {
        const { lens } = live.current;
        live.write({ lens: { ...lens, radius: Math.max(LEAST_LENS, Math.min(MOST_LENS, lens.radius * factor)) } });
        requestFrame();
      },
      release: settle,
    };
  };
  const takeLine = (): Taken => ({
    move(pointing) {
      live.write({ curtain: Math.max(0, Math.min(1, shareOf(pointing, view(), size().aspect))) });
      requestFrame();
    },
    spread: () => undefined,
    release: settle,
  });

  return {
    take(pointing) {
      const { comparison } = store.getState();
      if (comparison?.mode === 'curtain') return isOnLine(pointing) ? takeLine() : null;
      const isLed = pointing.kind === 'fine' && comparison?.isPinned === false;
      return comparison?.mode === 'lens' && !isLed && isOnLens(pointing) ? takeLens(pointing) : null;
    },
    turned(yaw, pitch) {
      const { comparison } = store.getState();
      if (comparison?.mode !== 'lens' || comparison.isPinned || (yaw === 0 && pitch === 0)) return;
      const { lens } = live.current;
      moveLens(lens.yaw + yaw, lens.pitch + pitch);
      clearTimeout(rest);
      rest = setTimeout(settle, REST_MS);
    },
    hover(pointing) {
      const { comparison } = store.getState();
      if (comparison?.mode !== 'lens' || comparison.isPinned) return;
      clearTimeout(rest);
      if (pointing) {
        moveLens(pointing.yaw, pointing.pitch);
        rest = setTimeout(settle, REST_MS);
      } else {
        settle();
      }
    },
    dispose: () => clearTimeout(rest),
  };
}

/** Where a direction is seen across the picture: 0 at its left edge, 1 at its right; beyond both where it is not seen. */
export function shareOf({ yaw, pitch }: Pick<Pointing, 'yaw' | 'pitch'>, view: View, aspect: number): number {
  const turn = yaw - view.yaw;
  const ahead = Math.cos(pitch) * Math.cos(turn) * Math.cos(view.pitch) + Math.sin(pitch) * Math.sin(view.pitch);
  const aside = Math.cos(pitch) * Math.sin(turn);
  if (ahead <= 0) return aside < 0 ? -1 : 2;
  return 0.5 + aside / ahead / Math.tan(view.fov / 2) / aspect / 2;
}
