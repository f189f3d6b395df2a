import { toRadians } from '#shared/angle.ts';
import type { LookLimits } from '#tour/look/limits.ts';
import type { LookPad, LookWay } from '#tour/look/pad.ts';
import { clamp, type MutableView } from '#tour/look/projection.ts';
import { easeTo, jumpTo, startAutoTurn, zoomBy } from '#tour/look/wishes.ts';
import type { LookDesk } from './desk.ts';
import type { Tilting } from './tilting.ts';

/** What one press turns by, in fields of view, and magnifies by, as a logarithm. */
const NUDGE = 0.25;
const NUDGE_ZOOM = Math.log(1.5);
const STEEPEST = toRadians(90);

/** The camera's buttons. */
export function createPad(desk: LookDesk, tilting: Tilting, limits: () => LookLimits): LookPad {
  const { state, mix, wake } = desk;
  return {
    hold(way) {
      const release = mix.hold(way);
      wake();
      return () => {
        release();
        wake();
      };
    },
    nudge(way) {
      if (way === 'nearer' || way === 'farther') {
        zoomBy(state, way === 'nearer' ? NUDGE_ZOOM : -NUDGE_ZOOM, 0, 0);
      } else {
        // Presses that follow each other quickly add up.
        const { yaw, pitch, fov } = state.ease.isActive ? state.ease.to : state.view;
        const view = turned({ yaw, pitch, fov }, way);
        if (limits().isMotionReduced) jumpTo(state, view);
        else easeTo(state, view);
      }
      wake();
    },
    get canTilt() {
      return tilting.canTilt;
    },
    get isTilting() {
      return tilting.isTilting;
    },
    startTilting: () => tilting.start(),
    stopTilting: () => tilting.stop(),
    startAutoTurn(speed) {
      startAutoTurn(state, speed);
      wake();
    },
    onTilting: (listener) => tilting.subscribe(listener),
  };
}

function turned(view: MutableView, way: Exclude<LookWay, 'nearer' | 'farther'>): MutableView {
  const step = NUDGE * view.fov;
  switch (way) {
    case 'left':
      view.yaw -= step;
      break;
    case 'right':
      view.yaw += step;
      break;
    case 'up':
      view.pitch = clamp(view.pitch + step, -STEEPEST, STEEPEST);
      break;
    case 'down':
      view.pitch = clamp(view.pitch - step, -STEEPEST, STEEPEST);
      break;
  }
  return view;
}
