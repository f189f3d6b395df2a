/** A visit in the demonstration and what points there, for tests of things in hand. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Matrix4, Quaternion } from 'three';
import { openExhibition } from '#document/open.ts';
import type { Exhibition } from '#document/schema.ts';
import { NO_TURN, turnTowards } from '#shared/quat.ts';
import { normalize, type Vec3 } from '#shared/vec.ts';
import { createTour, type Tour } from '#tour/store.ts';
import type { Head } from '#xr/grab/lensHand.ts';
import type { XrPointer } from '#xr/input/pointer.ts';

const file = path.resolve(import.meta.dirname, '../../../../public/exhibition.json');
const { exhibition } = openExhibition(new Uint8Array(readFileSync(file)));

export function tourAt(nodeId: string): Tour {
  return createTour({
    exhibition: exhibition as Exhibition,
    faults: [],
    brokenNodes: new Map(),
    language: 'en',
    nodeId,
    isTitleOpen: false,
  });
}

export const HEAD: Head = { position: [0, 0, 0], turn: NO_TURN, tanWidth: 2 };

export interface Held extends Partial<Omit<XrPointer, 'ray' | 'grip'>> {
  readonly at?: Vec3;
  /** A point; straight ahead by default. */
  readonly to?: Vec3;
  readonly isBlind?: boolean;
}

export function pointer({ at = [0, 0, 0], to, isBlind = false, ...rest }: Held = {}): XrPointer {
  const direction = to ? normalize([to[0] - at[0], to[1] - at[1], to[2] - at[2]]) : ([0, 0, -1] as const);
  const grip = new Matrix4().makeRotationFromQuaternion(new Quaternion(...turnTowards(direction))).setPosition(...at);
  return {
    id: 1,
    kind: 'controller',
    handedness: 'right',
    ray: { origin: at, direction },
    grip: isBlind ? null : grip,
    fingertip: null,
    isPressed: false,
    isSqueezed: false,
    stickX: 0,
    stickY: 0,
    isMenuPressed: false,
    ...rest,
  };
}
