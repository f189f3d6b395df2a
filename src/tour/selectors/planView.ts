import { toRadians } from '#shared/angle.ts';
import type { Exhibition, ExhibitionNode, ImageAsset, LanguageMap } from '#document/schema.ts';
import { findAsset } from './made.ts';

/** A plan to draw: places in units of its own rectangle, north up. */
export interface PlanView {
  readonly id: string;
  /** Null for a plan drawn from the positions alone. */
  readonly label: LanguageMap | null;
  /** The picture beneath; null for a plan drawn from the positions alone. */
  readonly image: ImageAsset | null;
  readonly width: number;
  readonly height: number;
  readonly places: readonly PlanPlace[];
  /** The places by where they are: those too near to each other to be told apart are one spot. */
  readonly spots: readonly (readonly [PlanPlace, ...PlanPlace[]])[];
  readonly ways: readonly { readonly from: PlanPlace; readonly to: PlanPlace }[];
}

export interface PlanPlace {
  readonly node: ExhibitionNode;
  readonly x: number;
  readonly y: number;
}

/** Share of the larger side that a drawn plan leaves free around its places. */
const MARGIN = 0.18;
/** Places nearer than this share of the larger side are one spot. */
const SPOT_SIZE = 0.03;
/** A drawn plan is this many units along its larger side. */
const DRAWN_SIZE = 1_000;

/** The plans of an exhibition that hold at least one place; one drawn from the positions where it brings none. */
export function planViewsOf(exhibition: Exhibition): PlanView[] {
  const placed = exhibition.nodes.filter((node) => node.position !== undefined);
  const views = (exhibition.plans ?? []).flatMap((plan): PlanView[] => {
    const image = findAsset(exhibition, plan.image);
    if (image?.kind !== 'image') return [];
    const { width, height } = image;
    const places = placed
      .map((node) => {
        const [x, , z] = node.position ?? [0, 0, 0];
        return { node, x: plan.origin[0] + x / plan.metresPerPixel, y: plan.origin[1] + z / plan.metresPerPixel };
      })
      .filter(({ x, y }) => x >= 0 && y >= 0 && x <= width && y <= height);
    return places.length === 0
      ? []
      : [
          {
            id: plan.id,
            label: plan.label,
            image,
            width,
            height,
            places,
            spots: gatherSpots(places, Math.max(width, height)),
            ways: [],
          },
        ];
  });
  if (views.length > 0 || placed.length < 2) return views;
  return [drawPlan(placed)];
}

/** The plan to open with: the one that holds the node, else the first. */
export function choosePlan(views: readonly PlanView[], nodeId: string): PlanView | undefined {
  return views.find((view) => view.places.some(({ node }) => node.id === nodeId)) ?? views[0];
}

/** How far, in degrees clockwise, the cone of a view is turned on a plan with north up. */
export function coneTurn(yaw: number, node: ExhibitionNode | undefined): number {
  return ((yaw + toRadians(node?.heading ?? 0)) * 180) / Math.PI;
}

function drawPlan(nodes: readonly ExhibitionNode[]): PlanView {
  const points = nodes.map((node) => ({ node, x: node.position?.[0] ?? 0, y: node.position?.[2] ?? 0 }));
  const minX = Math.min(...points.map(({ x }) => x));
  const minY = Math.min(...points.map(({ y }) => y));
  const spanX = Math.max(...points.map(({ x }) => x)) - minX;
  const spanY = Math.max(...points.map(({ y }) => y)) - minY;
  const span = Math.max(spanX, spanY, 1e-6);
  const scale = (DRAWN_SIZE * (1 - 2 * MARGIN)) / span;
  const margin = DRAWN_SIZE * MARGIN;
  const places = points.map(({ node, x, y }) => ({
    node,
    x: margin + (x - minX) * scale,
    y: margin + (y - minY) * scale,
  }));
  const byId = new Map(places.map((place) => [place.node.id, place]));
  const ways = places.flatMap((from) =>
    (from.node.links ?? []).flatMap((link) => {
      const to = byId.get(link.to);
      // A way that leads both ways is drawn once.
      const isSecond = to?.node.links?.some((back) => back.to === from.node.id) && to.node.id < from.node.id;
      return to && !isSecond ? [{ from, to }] : [];
    }),
  );
  return {
    id: 'drawn',
    label: null,
    image: null,
    width: spanX * scale + 2 * margin,
    height: spanY * scale + 2 * margin,
    places,
    spots: gatherSpots(places, DRAWN_SIZE),
    ways,
  };
}

function gatherSpots(places: readonly PlanPlace[], size: number): PlanView['spots'] {
  const spots: [PlanPlace, ...PlanPlace[]][] = [];
  for (const place of places) {
    const near = spots.find(([lead]) => Math.hypot(lead.x - place.x, lead.y - place.y) < size * SPOT_SIZE);
    if (near) near.push(place);
    else spots.push([place]);
  }
  return spots;
}
