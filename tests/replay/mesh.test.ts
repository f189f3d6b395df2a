import { describe, expect, it } from 'vitest';
import type { MeshBudget, MeshReport } from '#streaming/mesh/ports.ts';
import { MeshReplay } from './meshStage.ts';
import { PAGE, eyeAt, relic } from './meshViews.ts';

const DESKTOP: MeshBudget = { triangles: 3e6, draws: 400, gpuBytes: 150e6, bytesInFlight: 24e6 };
const FRONT = eyeAt({ position: [0, 1.6, 0], yaw: 0 }, PAGE);

function stepsOf(report: MeshReport): string[] {
  return report.draws
    .slice(0, report.drawCount)
    .map(({ instance, step, isLeaving }) => `${instance.id} ${step}${isLeaving ? ' leaving' : ''}`);
}

describe('one relic in front of a page', () => {
  it('is a card, then its thumb, then the step that its size asks for, and nothing in between', async () => {
    const replay = new MeshReplay(DESKTOP);
    replay.engine.show([{ id: 'vase', asset: relic('vase'), center: [0, 1.6, -1], scale: 1 }]);
    const seen: string[] = [];
    for (let i = 0; i < 200; i++) {
      const report = replay.frame([FRONT]);
      const now = [...stepsOf(report), ...(report.cardCount > 0 ? ['card'] : [])].join(', ');
      if (seen.at(-1) !== now) seen.push(now);
      if (report.isSettled) break;
      await replay.pass(1 / 60);
    }
    expect(seen).toEqual(['card', 'vase 0, card', 'vase 1, vase 0 leaving', 'vase 1']);
    expect([...replay.requested.keys()]).toEqual(['vase/0', 'vase/1']);
  });
});
