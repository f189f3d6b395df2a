/** Halls for what has no place of its own: relics stand in them, pictures and texts hang on their walls. */
import type { Asset, ExhibitionNode, Hotspot, LanguageMap } from '#document/schema.ts';
import { createIdMaker, type IdMaker } from '../text/ids.ts';

/** More than this and nobody finds anything; the next hall is reached by a door. */
const MOST_PIECES = 24;

/** A hotspot as it comes into a hall: the hall names it, and says where on its walls it hangs. */
export type Piece = Hotspot extends infer Kind ? (Kind extends Hotspot ? Omit<Kind, 'id'> : never) : never;

export interface Hung {
  readonly node: ExhibitionNode;
  readonly hotspot: Hotspot;
}

export interface Halls {
  /** Begins a hall. */
  open(label: LanguageMap, wish?: string): ExhibitionNode;
  /** Puts something into the last hall, or into a new one where it is full or there is none. */
  add(piece: Piece, wish: string): Hung;
  /** Halls without a name of their own take this one. */
  setLabels(label: LanguageMap): void;
}

export interface HallPorts {
  readonly assets: Asset[];
  readonly nodes: ExhibitionNode[];
  readonly assetIds: IdMaker;
  readonly nodeIds: IdMaker;
}

export function createHalls({ assets, nodes, assetIds, nodeIds }: HallPorts): Halls {
  const ids = new Map<ExhibitionNode, IdMaker>();
  const nameless: { node: ExhibitionNode; asset: Asset }[] = [];
  let last: ExhibitionNode | null = null;

  function open(label: LanguageMap, wish = 'exhibits'): ExhibitionNode {
    const asset: Asset = { kind: 'gallery', id: assetIds.make(wish, 'hall'), label };
    const node: ExhibitionNode = { id: nodeIds.make(wish, 'hall'), label, asset: asset.id, hotspots: [] };
    assets.push(asset);
    nodes.push(node);
    if (Object.keys(label).length === 0) nameless.push({ node, asset });
    ids.set(node, createIdMaker());
    last = node;
    return node;
  }

  function openNext(full: ExhibitionNode): ExhibitionNode {
    const next = open({ ...full.label });
    full.links = [...(full.links ?? []), { to: next.id, target: { yaw: 90, pitch: 0 } }];
    next.links = [{ to: full.id, target: { yaw: -90, pitch: 0 } }];
    return next;
  }

  return {
    open,
    add(piece, wish) {
      let node = last ?? open({});
      if ((node.hotspots?.length ?? 0) >= MOST_PIECES) node = openNext(node);
      const hotspots = (node.hotspots ??= []);
      const id = ids.get(node)?.make(wish, piece.kind) ?? piece.kind;
      // Around the walls from where one comes in, but for where the doors are.
      const yaw = Math.round(((hotspots.length * 360) / MOST_PIECES + 7.5) * 10) / 10;
      const hangs = piece.kind !== 'relic' && !piece.target && !('position' in piece && piece.position);
      const hotspot: Hotspot = {
        ...piece,
        id,
        ...(hangs && { target: { yaw: yaw > 180 ? yaw - 360 : yaw, pitch: 0 } }),
      };
      hotspots.push(hotspot);
      return { node, hotspot };
    },
    setLabels(label) {
      for (const { node, asset } of nameless) {
        node.label = { ...label };
        asset.label = { ...label };
      }
    },
  };
}
