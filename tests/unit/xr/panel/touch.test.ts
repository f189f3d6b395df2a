import { describe, expect, it } from 'vitest';
import { stepTouch, type TipPlace, UNTOUCHED } from '#xr/panel/touch.ts';

/** Two controls side by side, each 60 mm wide, and nothing to the right of them. */
const controlAt = (x: number): string | null => (x < 0 || x > 0.12 ? null : x < 0.06 ? 'left' : 'right');

type Path = readonly (readonly [x: number, depth: number] | null)[];

function follow(path: Path) {
  let touch = UNTOUCHED;
  return path.map((at) => {
    const tip: TipPlace | null = at && { x: at[0] / 1_000, y: 0, depth: at[1] / 1_000 };
    const step = stepTouch(touch, tip, controlAt);
    touch = step.touch;
    return { hovered: touch.hovered, pressed: touch.pressed, event: step.event };
  });
}

/** What happens along a path in millimetres: `.` nothing, `h` hovering, `P` press, `d` drag, `R` release. */
function tell(path: Path): string {
  return follow(path)
    .map(({ hovered, event }) => (event ? { press: 'P', drag: 'd', release: 'R' }[event] : hovered ? 'h' : '.'))
    .join('');
}

describe('a fingertip', () => {
  it.each<[what: string, path: Path, told: string]>([
    [
      'far away does nothing',
      [
        [30, 200],
        [30, 100],
        [30, 16],
      ],
      '...',
    ],
    [
      'within 15 mm is answered',
      [
        [30, 15],
        [30, 5],
        [30, 1],
      ],
      'hhh',
    ],
    [
      'presses at the face',
      [
        [30, 8],
        [30, 0],
      ],
      'hP',
    ],
    [
      'holds what it pressed',
      [
        [30, 8],
        [30, -2],
        [30, -20],
        [30, -5],
      ],
      'hPdd',
    ],
    [
      'lets go 10 mm before the face, not at it',
      [
        [30, 8],
        [30, -1],
        [30, 3],
        [30, 9],
        [30, 10],
      ],
      'hPddR',
    ],
    [
      'that trembles at the face presses once',
      [
        [30, 5],
        [30, -1],
        [30, 1],
        [30, -1],
        [30, 2],
        [30, -1],
      ],
      'hPdddd',
    ],
    [
      'presses again after letting go',
      [
        [30, 5],
        [30, -1],
        [30, 11],
        [30, -1],
      ],
      'hPRP',
    ],
    [
      'that is fast presses too',
      [
        [30, 60],
        [30, -30],
      ],
      '.P',
    ],
    [
      'presses where it crosses the face, not where it ends up',
      [
        [30, 10],
        [200, -190],
      ],
      'hP',
    ],
    [
      'that crosses beside all controls presses none',
      [
        [300, 10],
        [30, -190],
      ],
      '..',
    ],
    [
      'from behind presses nothing',
      [
        [30, -30],
        [30, 30],
        [30, 12],
      ],
      '..h',
    ],
    [
      'that appears behind the face presses nothing',
      [
        [30, -5],
        [30, -8],
      ],
      '..',
    ],
    [
      'that comes back through the face and trembles there presses nothing',
      [
        [30, -5],
        [30, 4],
        [30, -1],
        [30, 9],
        [30, -3],
      ],
      '.....',
    ],
    [
      'that comes back through the face presses once it has been 10 mm before it',
      [
        [30, -5],
        [30, 4],
        [30, 10],
        [30, -1],
      ],
      '..hP',
    ],
    [
      'that left through the back and comes back presses nothing at the face',
      [
        [30, 5],
        [30, -5],
        [30, -130],
        [30, 2],
        [30, -2],
      ],
      'hPR..',
    ],
    [
      'that was seen just before the face presses',
      [
        [30, 1],
        [30, -1],
      ],
      'hP',
    ],
    [
      'that goes out through the back has let go',
      [
        [30, 5],
        [30, -5],
        [30, -130],
      ],
      'hPR',
    ],
    ['that is lost has let go', [[30, 5], [30, -5], null, null], 'hPR.'],
    ['that is lost while hovering leaves nothing behind', [[30, 5], null, [30, -5]], 'h..'],
    [
      'beside all controls is not answered',
      [
        [300, 5],
        [-5, 5],
      ],
      '..',
    ],
    [
      'keeps its control when it slides over another',
      [
        [30, 5],
        [30, -5],
        [90, -5],
        [300, -5],
        [90, 20],
      ],
      'hPddR',
    ],
  ])('%s', (_, path, told) => {
    expect(tell(path)).toBe(told);
  });

  it('names the control it crossed the face over', () => {
    // Halfway between 30 mm and 90 mm lies the border of the two; a little further the right one.
    const [, press] = follow([
      [30, 10],
      [92, -10],
    ]);
    expect(press).toEqual({ hovered: 'right', pressed: 'right', event: 'press' });
  });

  it('holds the first control wherever it goes, and then answers to what it is over', () => {
    const steps = follow([
      [30, 5],
      [30, -5],
      [90, -5],
      [90, 12],
    ]);
    expect(steps.map(({ pressed }) => pressed)).toEqual([null, 'left', 'left', null]);
    expect(steps.at(-1)?.hovered).toBe('right');
  });
});
