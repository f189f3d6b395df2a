import type { Exhibition, ExhibitionNode, Hotspot } from '#document/schema.ts';
import type { TourState } from '../state.ts';

export function findNode(exhibition: Exhibition, nodeId: string): ExhibitionNode | undefined {
  return exhibition.nodes.find((node) => node.id === nodeId);
}

/** The node the visitor stands in; undefined where the document gave an id but no usable node. */
export function selectNode(state: TourState): ExhibitionNode | undefined {
  return findNode(state.exhibition, state.nodeId);
}

/** Whether one can go there, be it only to a card that says what is broken. */
export function hasNode(state: Pick<TourState, 'exhibition' | 'brokenNodes'>, nodeId: string): boolean {
  return state.brokenNodes.has(nodeId) || findNode(state.exhibition, nodeId) !== undefined;
}

export function nodeIds(state: Pick<TourState, 'exhibition' | 'brokenNodes'>): string[] {
  return [...new Set([...state.exhibition.nodes.map((node) => node.id), ...state.brokenNodes.keys()])];
}

export function findHotspot(node: ExhibitionNode | undefined, hotspotId: string): Hotspot | undefined {
  return node?.hotspots?.find((hotspot) => hotspot.id === hotspotId);
}

/** The node where a visit without an address begins. */
export function startNodeId(exhibition: Exhibition): string {
  const wanted = exhibition.start;
  if (wanted !== undefined && findNode(exhibition, wanted)) return wanted;
  const first = exhibition.nodes[0];
  if (!first) throw new Error('nodes: an exhibition needs at least one node');
  return first.id;
}
