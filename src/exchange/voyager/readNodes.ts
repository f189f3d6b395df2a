/** The tree of an SVX scene: what stands where, in metres. */
import { type Matrix, multiply } from '#sources/relic/geometry/matrix.ts';
import { rotation, scaling, translation } from '../gltf/matrix.ts';
import type { Foreign } from '../reading/foreign.ts';

const MAX_NODES = 10_000;
const MAX_DEPTH = 50;

export interface PlacedModel {
  readonly node: Foreign;
  /** Index into `models`. */
  readonly model: number;
  /** From the scene's units about the node to metres. */
  readonly place: Matrix;
  readonly meta: number | undefined;
}

/** Every node that has a model, in order. A node that is reached twice is visited once. */
export function listModels(root: Foreign, roots: readonly number[], metres: number): PlacedModel[] {
  const nodes = root.objects('nodes').slice(0, MAX_NODES);
  const placed: PlacedModel[] = [];
  const seen = new Set<number>();

  function visit(index: number, parent: Matrix, depth: number): void {
    const node = nodes[index];
    if (!node || seen.has(index) || depth > MAX_DEPTH) {
      root.ledger.lose(`/nodes/${index}`, node ? 'the node is its own ancestor, or too deep' : 'there is no such node');
      return;
    }
    seen.add(index);
    const place = multiply(parent, readPlace(node));
    const meta = node.number('meta');
    const model = node.number('model');
    node.lose('light', 'the light is left out: hall and relic room have lights of their own');
    node.lose('camera', 'the camera is left out: a view is read from the navigation of the setup');
    node.lose('visible', 'has no place: whatever is in an exhibition can be seen');
    if (model !== undefined) placed.push({ node, model, place, meta });
    else node.ignore('name');
    for (const child of indices(node, 'children')) visit(child, place, depth + 1);
  }

  for (const index of roots) visit(index, scaling([metres, metres, metres]), 0);
  nodes.forEach((node, index) => {
    if (!seen.has(index)) {
      root.ledger.lose(`/nodes/${index}`, 'the node is in no scene that is shown');
      node.ignore(...node.keys());
    }
  });
  return placed;
}

export function indices(owner: Foreign, key: string): number[] {
  return owner.list(key).flatMap(({ value, path }) => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return [value];
    owner.ledger.lose(path, 'expected the index of a node', value);
    return [];
  });
}

function readPlace(node: Foreign): Matrix {
  const matrix = node.numbers('matrix', 16);
  const [x = 0, y = 0, z = 0] = node.numbers('translation', 3) ?? [];
  const [a = 0, b = 0, c = 0, d = 1] = node.numbers('rotation', 4) ?? [];
  const [u = 1, v = 1, w = 1] = node.numbers('scale', 3) ?? [];
  return matrix ?? multiply(multiply(translation([x, y, z]), rotation([a, b, c, d])), scaling([u, v, w]));
}
