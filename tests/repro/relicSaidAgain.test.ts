import { describe, expect, it } from 'vitest';
import { MeshReplay } from '../replay/meshStage.ts';
import { PAGE, eyeAt, relic } from '../replay/meshViews.ts';

describe('a relic of which it is said again that it stands there', () => {
  it('goes on being drawn: it was lost from the list of what is in view', async () => {
    const replay = new MeshReplay({ triangles: 3e6, draws: 400, gpuBytes: 150e6, bytesInFlight: 24e6 });
    const eye = eyeAt({ position: [0, 1.6, 0], yaw: 0 }, PAGE);
    const instance = { id: 'vase', asset: relic('vase'), center: [0, 1.6, -1], scale: 1 } as const;
    replay.engine.show([instance]);
    for (let i = 0; i < 200 && !replay.frame([eye]).isSettled; i++) await replay.pass(1 / 60);
    expect(replay.frame([eye]).drawCount).toBe(1);
    replay.engine.show([{ ...instance, center: [0.01, 1.6, -1] }]);
    expect(replay.frame([eye]).drawCount).toBe(1);
  });
});
