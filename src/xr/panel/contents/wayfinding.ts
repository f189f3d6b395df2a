import { toRadians } from '#shared/angle.ts';
import { compassOf, windOf } from '#tour/selectors/facing.ts';
import { findNode } from '#tour/selectors/findNode.ts';
import { choosePlan, type PlanPlace, type PlanView, planViewsOf } from '#tour/selectors/planView.ts';
import type { Block, PanelModel, PlaceEntry, PlanBlock } from '../model.ts';
import { guideDoors } from './guide.ts';
import { type ContentsOf, pick, say } from './said.ts';

/** More spots than this leave no room for all their names: a list below the plan has them. */
const MOST_NAMED = 8;

/** Every place of the exhibition. */
export function places(of: ContentsOf): PanelModel {
  const { nodes } = of.state.exhibition;
  return {
    key: 'places',
    title: say(of, 'places.heading'),
    closing: { kind: 'close' },
    blocks: [
      { kind: 'paragraph', tone: 'small', text: say(of, 'places.count', { count: nodes.length }) },
      ...guideDoors(of),
      { kind: 'places', places: nodes.map((node) => placeEntry(of, node, null)) },
    ],
  };
}

/** The site from above, north up: where one is, which way one looks, and every place within reach. */
export function plan(of: ContentsOf): PanelModel | null {
  const { exhibition, nodeId, settledView } = of.state;
  const views = planViewsOf(exhibition);
  const view = views.find(({ id }) => id === of.planId) ?? choosePlan(views, nodeId);
  if (!view) return null;
  const node = findNode(exhibition, nodeId);
  const facing = say(of, `facing.${windOf(compassOf({ ...settledView, yaw: of.yaw }, node))}`).text;
  const place = node ? pick(of, node.label).text : say(of, 'place.unknown').text;
  return {
    key: 'plan',
    title: say(of, 'plan.heading'),
    closing: { kind: 'close' },
    blocks: [
      ...(views.length > 1 ? [planChoice(of, views, view)] : []),
      drawing(of, view),
      { kind: 'paragraph', tone: 'small', text: say(of, 'plan.here', { place, facing }) },
      ...sameSpot(of, view),
      ...(view.image ? [] : [{ kind: 'paragraph', tone: 'small', text: say(of, 'plan.schematic') } as const]),
      ...(view.spots.length > MOST_NAMED
        ? [{ kind: 'places', places: view.places.map((one) => placeEntry(of, one.node, { kind: 'plan' })) } as const]
        : []),
    ],
  };
}

/** Whether there is a plan to open. */
export function hasPlan({ state }: ContentsOf): boolean {
  return planViewsOf(state.exhibition).length > 0;
}

function planChoice(of: ContentsOf, views: readonly PlanView[], chosen: PlanView): Block {
  return {
    kind: 'choice',
    legend: null,
    isRow: true,
    options: views.map(({ id, label }) => ({
      label: label ? pick(of, label) : say(of, 'plan.heading'),
      note: null,
      isChosen: id === chosen.id,
      action: { kind: 'choosePlan', planId: id },
    })),
  };
}

function drawing(of: ContentsOf, { width, height, image, ways, spots, places: all }: PlanView): PlanBlock {
  const { nodeId } = of.state;
  const here = all.find(({ node }) => node.id === nodeId);
  return {
    kind: 'plan',
    width,
    height,
    uri: image?.uri ?? null,
    ways: ways.map(({ from, to }) => [from.x, from.y, to.x, to.y] as const),
    spots: spots.map((spot) => {
      // Of several places at one spot the visitor's own stands for all.
      const place: PlanPlace = here && spot.includes(here) ? here : spot[0];
      return {
        x: place.x,
        y: place.y,
        label: pick(of, place.node.label),
        isHere: place === here,
        // The plan stays open: one sees oneself move on it.
        action: { kind: 'goTo', nodeId: place.node.id, panel: { kind: 'plan' } },
      };
    }),
    view: here ? { x: here.x, y: here.y, turn: of.yaw + toRadians(here.node.heading ?? 0) } : null,
  };
}

/** The other places where one stands: other times and other lights of the same spot. */
function sameSpot(of: ContentsOf, view: PlanView): Block[] {
  const { nodeId } = of.state;
  const spot = view.spots.find((places) => places.some(({ node }) => node.id === nodeId)) ?? [];
  const others = spot.filter(({ node }) => node.id !== nodeId);
  if (others.length === 0) return [];
  return [
    { kind: 'paragraph', tone: 'small', text: say(of, 'plan.sameSpot') },
    {
      kind: 'buttons',
      columns: 2,
      buttons: others.map(({ node }) => ({
        label: pick(of, node.label),
        action: { kind: 'goTo', nodeId: node.id, panel: { kind: 'plan' } },
      })),
    },
  ];
}

type Node = ContentsOf['state']['exhibition']['nodes'][number];

function placeEntry(of: ContentsOf, node: Node, panel: { readonly kind: 'plan' } | null): PlaceEntry {
  return {
    label: pick(of, node.label),
    summary: node.summary ? pick(of, node.summary) : null,
    here: node.id === of.state.nodeId ? say(of, 'places.here') : null,
    action: { kind: 'goTo', nodeId: node.id, panel },
  };
}
