import { describe, expect, it } from 'vitest';
import { controlsAtRest, readControls, type Controls, type GamepadLike } from '#xr/input/controls.ts';
import { down, up } from './fakeSession.ts';

const PRESSED = down();
const TOUCHED = { pressed: false, touched: true, value: 0 };

/** Buttons by their place; those left out are up. */
function gamepad(mapping: string, axes: number[], buttons: Record<number, GamepadLike['buttons'][number]>, count = 6) {
  return { mapping, axes, buttons: Array.from({ length: count }, (_, i) => (i in buttons ? buttons[i] : up())) };
}
const standard = (axes: number[], buttons: Parameters<typeof gamepad>[2] = {}, count = 6) =>
  gamepad('xr-standard', axes, buttons, count);
const other = (axes: number[], buttons: Parameters<typeof gamepad>[2] = {}, count = 2) =>
  gamepad('', axes, buttons, count);

describe('the controls of a gamepad', () => {
  it.each<[string, GamepadLike | null, Partial<Controls>]>([
    ['no gamepad', null, {}],
    ['a gamepad without anything', { mapping: '', axes: [], buttons: [] }, {}],
    ['the trigger', standard([0, 0, 0, 0], { 0: PRESSED }), { trigger: 1, isTriggerPressed: true }],
    ['half a trigger', standard([], { 0: { pressed: false, touched: true, value: 0.5 } }), { trigger: 0.5 }],
    [
      'a trigger without values',
      standard([], { 0: { ...PRESSED, value: NaN } }),
      { trigger: 1, isTriggerPressed: true },
    ],
    ['the side button', standard([], { 1: PRESSED }), { squeeze: 1, isSqueezePressed: true }],
    ['a stick to the right', standard([0, 0, 0.8, 0]), { stickX: 0.8 }],
    ['a stick away from the visitor', standard([0, 0, 0, -1]), { stickY: 1 }],
    ['a stick towards the visitor', standard([0, 0, 0, 1]), { stickY: -1 }],
    ['a stick beyond its range', standard([0, 0, 3, -2]), { stickX: 1, stickY: 1 }],
    ['a stick without numbers', standard([0, 0, NaN, NaN]), {}],
    ['a stick beside a touchpad that a thumb rests on', standard([0.9, 0.9, 0, 0], { 2: TOUCHED }), {}],
    ['a touchpad that a thumb rests on', standard([0.9, 0], { 2: TOUCHED }, 3), {}],
    ['a touchpad that is pressed at its edge', standard([0.9, 0], { 2: PRESSED }, 3), { stickX: 0.9 }],
    ['a touchpad pressed away from the visitor', standard([0, -0.8], { 2: PRESSED }, 3), { stickY: 0.8 }],
    [
      'a touchpad that is pressed in its middle',
      standard([0.1, 0], { 2: PRESSED }, 3),
      { stickX: 0.1, isMenuPressed: true },
    ],
    ['a pressed touchpad beside a stick at rest', standard([0, -1, 0, 0], { 2: PRESSED }), { stickY: 1 }],
    ['a stick beside a pressed touchpad', standard([0, -1, 0.5, 0], { 2: PRESSED }), { stickX: 0.5 }],
    [
      'another mapping',
      other([0.4, -0.6], { 0: PRESSED }),
      { stickX: 0.4, stickY: 0.6, trigger: 1, isTriggerPressed: true },
    ],
    ['another mapping with many buttons', other([], { 3: PRESSED, 5: PRESSED }, 8), {}],
    ['the upper button', standard([], { 5: PRESSED }), { isMenuPressed: true, upperTouch: 1 }],
    ['the lower button', standard([], { 4: PRESSED }), { lowerTouch: 1 }],
    ['the only button', standard([], { 4: PRESSED }, 5), { isMenuPressed: true, lowerTouch: 1 }],
    ['a press on the stick beside buttons', standard([0, 0, 0, 0], { 3: PRESSED }), { stickTouch: 1 }],
    [
      'a press on the stick without buttons',
      standard([0, 0, 0, 0], { 3: PRESSED }, 4),
      { stickTouch: 1, isMenuPressed: true },
    ],
    [
      'fingers that lie on things',
      standard([], { 3: TOUCHED, 4: TOUCHED, 5: TOUCHED }),
      {
        stickTouch: 0.5,
        lowerTouch: 0.5,
        upperTouch: 0.5,
      },
    ],
    ['places that are empty', standard([], { 2: null, 3: null, 4: null, 5: undefined }), {}],
  ])('%s', (_what, found, expected) => {
    expect(readControls(found, controlsAtRest())).toEqual({ ...controlsAtRest(), ...expected });
  });

  it('keep nothing of the frame before', () => {
    const controls = controlsAtRest();
    readControls(standard([0, 0, 1, 1], { 0: PRESSED, 1: PRESSED, 3: PRESSED, 4: PRESSED, 5: PRESSED }), controls);
    expect(readControls(null, controls)).toEqual(controlsAtRest());
  });
});
