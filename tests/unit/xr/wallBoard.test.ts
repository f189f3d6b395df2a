import { describe, expect, it } from 'vitest';
import { partAt } from '#xr/wall/wallBoard.ts';

const SIZE = { width: 1.6, height: 1.1 };

describe('what a ray meets of the board around a wall', () => {
  it.each([
    [0, 0, 'picture'],
    [-0.8, 0.55, 'picture'],
    [0.806, 0.2, 'board'],
    [0, -0.7, 'board'],
    [0.89, 0.5, 'close'],
    [0.95, 0.56, 'close'],
    [0.89, 0.3, null],
    [0, 0.6, null],
    [0, -0.95, null],
    [-0.89, 0.5, null],
  ] as const)('at %f, %f it is %s', (x, y, part) => {
    expect(partAt(SIZE, x, y)).toBe(part);
  });
});
