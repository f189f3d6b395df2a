import { describe, expect, it } from 'vitest';
import { keepWhole } from '#tour/relic/orbit/request.ts';

describe('a relic that is seen whole', () => {
  it('stays so while it is only turned', () => {
    expect(keepWhole({ yaw: 1 }, true)).toEqual({ yaw: 1, distance: Infinity });
  });

  it('does not where one comes nearer or looks at a part of it', () => {
    expect(keepWhole({ distance: 2 }, true)).toEqual({ distance: 2 });
    expect(keepWhole({ yaw: 1, target: [0, 1, 0] }, true)).toEqual({ yaw: 1, target: [0, 1, 0] });
    expect(keepWhole({ yaw: 1 }, false)).toEqual({ yaw: 1 });
    expect(keepWhole(null, true)).toBeNull();
  });
});
