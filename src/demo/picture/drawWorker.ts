/** A thread that draws squares of cube faces, writes their finest tiles, and answers their halves. */
import path from 'node:path';
import { loadCave } from '#demo/caves/loadCave.ts';
import { serveTasks } from '#demo/make/threads.ts';
import { faceCamera } from '#demo/picture/camera.ts';
import { measureDepth } from '#demo/picture/depth.ts';
import { developTile } from '#demo/picture/develop.ts';
import { drawTile } from '#demo/picture/drawTile.ts';
import { writeTile } from '#demo/picture/encode.ts';
import { drawFlames } from '#demo/picture/flames.ts';
import { halveStored } from '#demo/picture/halve.ts';
import { type DrawData, type DrawResult, type DrawTask } from '#demo/picture/pyramidTask.ts';
import { listPictures } from '#demo/picture/pictures.ts';
import type { Sight } from '#demo/picture/sampler.ts';
import { FACES } from '#streaming/pyramid/pyramid.ts';

serveTasks(async (data: DrawData) => {
  const cave = await loadCave(data.cave);
  const sight: Sight = { cave, ...data.sight };
  return async (task: DrawTask): Promise<{ result: DrawResult; transfer: ArrayBuffer[] }> => {
    if (task.kind === 'depth') {
      const millimetres = measureDepth(sight, task.band, data.outlines);
      return { result: { kind: 'depth', millimetres }, transfer: [millimetres.buffer as ArrayBuffer] };
    }
    const halves = await drawSquare(sight, data, task);
    return { result: { kind: 'square', halves }, transfer: halves.map(({ buffer }) => buffer as ArrayBuffer) };
  };
});

async function drawSquare(sight: Sight, data: DrawData, task: DrawTask & { kind: 'square' }): Promise<Uint16Array[]> {
  const { plans, faceSize, tileSize, glow } = data;
  const all = listPictures(sight.cave);
  const pictures = plans.map(({ id }) => all.find((picture) => picture.id === id)!);
  const camera = faceCamera(sight.cave.eye, task.face, faceSize);
  const half = task.size / 2;
  const halves = plans.map(() => new Uint16Array(half * half * 3));
  for (let y = task.y; y < task.y + task.size; y += tileSize)
    for (let x = task.x; x < task.x + task.size; x += tileSize) {
      const rect = { x, y, width: tileSize, height: tileSize };
      const tile = drawTile(sight, camera, rect, pictures, data.outlines[task.face]!);
      drawFlames(tile, camera, sight.cave.lighting.flames, pictures);
      const developed = developTile(tile, camera, pictures, glow);
      await Promise.all(
        plans.map(async (plan, p) => {
          const bytes = developed[p]!;
          insert(
            halveStored(bytes, tileSize, tileSize),
            tileSize / 2,
            halves[p]!,
            half,
            (x - task.x) / 2,
            (y - task.y) / 2,
          );
          if (plan.faceSize !== faceSize) return;
          const level = Math.log2(faceSize / tileSize);
          const name = `${level}/${FACES[task.face]!}/${y / tileSize}_${x / tileSize}.webp`;
          await writeTile(path.join(plan.folder, name), bytes, tileSize, tileSize, plan.encoding);
        }),
      );
    }
  return halves;
}

function insert(piece: Uint16Array, side: number, into: Uint16Array, width: number, x: number, y: number): void {
  for (let row = 0; row < side; row++)
    into.set(piece.subarray(row * side * 3, (row + 1) * side * 3), ((y + row) * width + x) * 3);
}
