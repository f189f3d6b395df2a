import { describe, expect, it } from 'vitest';
import { readGamepad } from '#scene/look/bindGamepad.ts';

const pushed = { axes: [1, -1, 0, 0], buttons: [] };

describe('the left stick of a gamepad', () => {
  it('turns the view where one cannot walk, and is left to the feet where one can', () => {
    expect(readGamepad(pushed)).toMatchObject({ right: 1, up: 1 });
    expect(readGamepad(pushed, true)).toMatchObject({ right: 0, up: 0 });
    expect(readGamepad({ ...pushed, axes: [0, 0, -1, 0] }, true)).toMatchObject({ right: -1, up: 0 });
  });
});
