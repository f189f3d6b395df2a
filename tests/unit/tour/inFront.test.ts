import { describe, expect, it } from 'vitest';
import { toRadians } from '#shared/angle.ts';
import type { Mark } from '#tour/marks.ts';
import { listInFront, nearestExit } from '#tour/selectors/inFront.ts';

const mark = (id: string, yaw: number, kind: Mark['kind'] = 'hotspot', pitch = 0): Mark => {
  return { kind, id, key: id, label: id, language: 'en', yaw: toRadians(yaw), pitch: toRadians(pitch) };
};
const look = (yaw: number) => ({ yaw: toRadians(yaw), pitch: 0, fov: toRadians(90) });

describe('what is in front of one', () => {
  const marks = [
    mark('right', 30),
    mark('left', -40),
    mark('low', 2, 'hotspot', -10),
    mark('high', 2, 'link', 10),
    mark('behind', 180),
  ];

  it('is read from left to right, the upper before the lower', () => {
    expect(listInFront(marks, look(0)).map((one) => [one.mark.id, one.side])).toEqual([
      ['left', 'left'],
      ['high', 'middle'],
      ['low', 'middle'],
      ['right', 'right'],
    ]);
  });

  it('goes on across the back, where angles begin anew', () => {
    const around = [mark('b', -170), mark('a', 170)];
    expect(listInFront(around, look(180)).map((one) => one.mark.id)).toEqual(['a', 'b']);
  });

  it.each([
    [0, 'north'],
    [100, 'east'],
    [-170, 'east'],
  ])('has the nearest way on, facing %d°: %s', (yaw, expected) => {
    expect(nearestExit([mark('north', 0, 'link'), mark('east', 130, 'link'), mark('thing', 0)], look(yaw))?.id).toBe(
      expected,
    );
  });

  it('may have no way on', () => {
    expect(nearestExit([mark('thing', 0)], look(0))).toBeNull();
  });
});
