/** Relics that stand in front of someone, and what a report says of them in words. */
import type { MeshBudget, MeshInstance, MeshReport } from '#streaming/mesh/ports.ts';
import { PAGE, eyeAt, relic } from './meshViews.ts';

export const DESKTOP: MeshBudget = { triangles: 3e6, draws: 400, gpuBytes: 150e6, bytesInFlight: 24e6 };
export const HEADSET: MeshBudget = { triangles: 600e3, draws: 80, gpuBytes: 80e6, bytesInFlight: 8e6 };
export const FRONT = eyeAt({ position: [0, 1.6, 0], yaw: 0 }, PAGE);

export function standing(id: string, distance: number, x = 0): MeshInstance {
  return { id, asset: relic(id), center: [x, 1.6, -distance], scale: 1 };
}

export function stepsOf(report: MeshReport): string[] {
  return report.draws
    .slice(0, report.drawCount)
    .map(({ instance, step, isLeaving }) => `${instance.id} ${step}${isLeaving ? ' leaving' : ''}`);
}

export function cardsOf(report: MeshReport): string[] {
  return report.cards.slice(0, report.cardCount).map(({ instance }) => instance.id);
}
