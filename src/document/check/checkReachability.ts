import type { FaultList } from '../fault.ts';
import { placeIn, type Places } from '../opening/places.ts';
import type { Exhibition } from '../schema.ts';

/** Warns of nodes that no chain of links from the start leads to; they can be found by list and plan only. */
export function checkReachability(exhibition: Exhibition, places: Places, faults: FaultList): void {
  const nodes = new Map(exhibition.nodes.map((node) => [node.id, node]));
  const start = nodes.get(exhibition.start ?? '') ?? exhibition.nodes[0];
  if (!start) return;
  const reached = new Set([start.id]);
  for (const id of reached) {
    for (const link of nodes.get(id)?.links ?? []) reached.add(link.to);
  }
  for (const node of exhibition.nodes) {
    if (reached.has(node.id)) continue;
    const message = `no way of links leads from "${start.id}" to "${node.id}"`;
    const remedy = 'link to it from a place the visit comes through';
    faults.add({ severity: 'warning', path: placeIn(places, node), code: 'unreachable-node', message, remedy });
  }
}
