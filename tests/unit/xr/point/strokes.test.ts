import { describe, expect, it, vi } from 'vitest';
import { MarkFocus } from '#scene/hotspot/focus.ts';
import type { Vec3 } from '#shared/vec.ts';
import type { XrPointer } from '#xr/input/pointer.ts';
import { createPointing } from '#xr/point/createPointing.ts';
import { FingerStrokes } from '#xr/point/fingerStrokes.ts';
import { pointer, tourAt } from '../grab/pointers.ts';

const FRAME = 1 / 72;
const BELL = 'relic-bronze-bell';

/** A bell whose box is a metre wide, around a point ahead. */
function bellAt(z: number) {
  return ({ origin }: { readonly origin: Vec3 }) => ({
    hotspotId: BELL,
    distance: Math.max(0, Math.hypot(origin[0], origin[1], origin[2] - z) - 0.5),
  });
}

describe('a finger', () => {
  function open() {
    const struck: string[] = [];
    const strokes = new FingerStrokes({
      relicOn: bellAt(-1),
      strike: (hotspotId, id) => struck.push(`${hotspotId} by ${id}`),
    });
    const move = (z: number, held: Partial<XrPointer> = {}, isFree = true) =>
      strokes.step(pointer({ kind: 'hand', fingertip: [0, 0, z], ...held }), isFree, FRAME);
    const rest = (z: number) => {
      for (let frame = 0; frame < 36; frame++) move(z);
    };
    return { struck, strokes, move, rest };
  }

  it('strikes what it comes upon, once until it has left it', () => {
    const { struck, move, rest } = open();
    for (const z of [-0.2, -0.4, -0.6, -0.7, -0.8]) move(z);
    rest(-0.8);
    expect(struck).toEqual([`${BELL} by 1`]);
    rest(-0.2);
    move(-0.6);
    expect(struck).toHaveLength(2);
  });

  it('strikes once where it trembles at the rim', () => {
    const { struck, move } = open();
    for (let frame = 0; frame < 12; frame++) move(frame % 2 === 0 ? -0.49 : -0.51);
    expect(struck).toHaveLength(1);
  });

  it('strikes nothing that it appears within, takes hold of, or is not free for', () => {
    const { struck, strokes, move, rest } = open();
    move(-0.8);
    strokes.forget(1);
    move(-0.8);
    rest(-0.2);
    move(-0.8, { isSqueezed: true });
    rest(-0.2);
    move(-0.8, { isPressed: true });
    rest(-0.2);
    move(-0.8, {}, false);
    move(-0.8);
    expect(struck).toEqual([]);
    rest(-0.2);
    strokes.step(pointer({ kind: 'controller' }), true, FRAME);
    move(-0.8);
    expect(struck).toEqual([]);
  });
});

describe('a press in a headset', () => {
  function open(nodeId = 'terrace-as-found', hotspotId = BELL) {
    const tour = tourAt(nodeId);
    const pulse = vi.fn();
    const take = vi.fn(() => 'relic' as const);
    const pointing = createPointing({
      tour,
      focus: new MarkFocus(),
      reader: { noteTarget: () => undefined, dwellOf: () => 0 },
      hands: { cursor: () => undefined, touch: () => undefined, pulse },
      panels: {
        hover: () => undefined,
        pick: () => null,
        press: () => false,
        drag: () => false,
        release: () => undefined,
        touch: () => false,
      },
      grab: () => ({ take, isHolding: () => false }),
      nearWall: {
        isOpen: false,
        pick: () => null,
        press: () => false,
        drag: () => undefined,
        release: () => undefined,
        stick: () => undefined,
        close: () => undefined,
      },
      bringCloser: () => false,
      aimOf: () => ({ key: `hotspot:${hotspotId}`, target: null, hotspotId, point: [0, 0, -1], distance: 1 }),
      relicOn: bellAt(-1),
    });
    const frame = (held: Partial<XrPointer>, seconds = FRAME) =>
      pointing.step([pointer({ kind: 'hand', ...held })], true, seconds);
    return { tour, frame, pulse, take };
  }

  it('opens the label of a bell and rings it', () => {
    const { tour, frame, pulse } = open();
    frame({});
    frame({ isPressed: true });
    expect(tour.store.getState().sound.ring).toBeNull();
    pulse.mockClear();
    frame({});
    const { panel, sound } = tour.store.getState();
    expect(panel).toEqual({ kind: 'hotspot', hotspotId: BELL });
    expect(sound).toMatchObject({ isOn: true, ring: { serial: 1, hotspotId: BELL, audioId: 'sound-bronze-bell' } });
    expect(pulse).toHaveBeenCalledWith(1);
  });

  it('that is held takes the bell and does not ring it', () => {
    const { tour, frame, take } = open();
    frame({});
    frame({ isPressed: true });
    frame({ isPressed: true }, 0.5);
    frame({});
    expect(take).toHaveBeenCalledOnce();
    expect(tour.store.getState().sound.ring).toBeNull();
  });

  it('leaves a relic silent that does not ring, and so does a finger', () => {
    const { tour, frame } = open('gallery', 'relic-jade-disc');
    frame({});
    frame({ isPressed: true });
    frame({});
    expect(tour.store.getState()).toMatchObject({ panel: { hotspotId: 'relic-jade-disc' }, sound: { ring: null } });
  });

  it('is not needed by a finger that comes upon the bell', () => {
    const { tour, frame } = open();
    frame({ fingertip: [0, 0, -0.2] });
    frame({ fingertip: [0, 0, -0.8] });
    expect(tour.store.getState()).toMatchObject({ panel: null, sound: { ring: { hotspotId: BELL } } });
  });
});
