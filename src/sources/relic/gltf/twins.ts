/** Parts that stand twice in the same place are drawn once: a file may repeat one ten thousand times. */
import { type GltfJson, isObject, listOf } from './container.ts';

/** The same file with every repeated leaf of a node or scene left out; the nodes themselves keep their numbers. */
export function withoutTwins(json: GltfJson): GltfJson {
  const nodes = listOf(json['nodes']);
  const moving = new Set<number>();
  for (const animation of listOf(json['animations'])) {
    for (const { target } of listOf(animation['channels'])) if (isObject(target)) moving.add(Number(target['node']));
  }
  for (const skin of listOf(json['skins'])) {
    for (const joint of Array.isArray(skin['joints']) ? (skin['joints'] as unknown[]) : []) moving.add(Number(joint));
  }

  function keep(children: unknown): unknown {
    if (!Array.isArray(children)) return children;
    const seen = new Set<string>();
    return children.filter((child: number) => {
      const node = nodes[child];
      if (!node || moving.has(child) || node['children'] !== undefined || node['mesh'] === undefined) return true;
      const { name: _name, extras: _extras, ...rest } = node;
      const key = JSON.stringify(rest);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  }

  return {
    ...json,
    ...(json['scenes'] !== undefined && {
      scenes: listOf(json['scenes']).map((scene) => ({ ...scene, nodes: keep(scene['nodes']) })),
    }),
    ...(json['nodes'] !== undefined && {
      nodes: nodes.map((node) =>
        node['children'] === undefined ? node : { ...node, children: keep(node['children']) },
      ),
    }),
  };
}
