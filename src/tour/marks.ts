/**
 * What stands in the picture of a node for the visitor to go to or to read about: links and hotspots, with where they
 * are in the node's view. The scene draws them, the page lists them.
 */
import { toRadians, wrapAngle } from '#shared/angle.ts';
import { type AngularSize, middleOf, sizeSeen, type SphericalPolygon } from '#shared/polygon.ts';
import { subtract, type Vec3, yawPitchOf } from '#shared/vec.ts';
import { readArea } from '#document/area.ts';
import type { Exhibition, ExhibitionNode, Hotspot, LanguageMap, Link } from '#document/schema.ts';
import { aimFrom, HALL_EYE_HEIGHT, type HallPlan } from './gallery/plan.ts';
import { planHall } from './gallery/planHall.ts';
import { pickText } from '#i18n/pickText.ts';
import { boundsOf } from './gallery/pieces.ts';
import { fromSite, type Standing, standingOf } from './relic/standing.ts';
import { findNode } from './selectors/findNode.ts';
import type { Stand } from './state.ts';

/** Where the floor is assumed to be: this far below the visitor's eyes, in metres. */
export const EYE_HEIGHT = 1.6;

export interface Mark {
  readonly kind: 'link' | 'hotspot';
  /** The id of the node a link leads to, or of the hotspot. */
  readonly id: string;
  /** Unique among the marks of a node. */
  readonly key: string;
  readonly label: string;
  /** BCP 47 tag of the label, which may be another than the one asked for. */
  readonly language: string;
  /** In the node's view, radians. */
  readonly yaw: number;
  readonly pitch: number;
  /** Metres from the eye, to another eye for a link; only what has a position on the site has one. */
  readonly distance?: number;
  /** Whether its direction follows from that position as well, so that it may lie behind a wall. */
  readonly isInSpace?: boolean;
  /** The pitch of the floor where a visitor there stands; only where the direction follows from positions. */
  readonly floorPitch?: number;
  /** What it is about, outlined on the wall. */
  readonly area?: MarkArea;
}

export interface MarkArea extends AngularSize {
  readonly polygon: SphericalPolygon;
}

type Direction = Pick<Mark, 'yaw' | 'pitch' | 'distance' | 'isInSpace' | 'floorPitch'>;

/**
 * The marks of a node in the order of the document, links first. Links that nothing places are left out. In a hall,
 * where one walks about, everything is seen from `stand`, from the entrance where it is null.
 */
export function listMarks(
  exhibition: Exhibition,
  nodeId: string,
  language: string,
  stand: Stand | null = null,
): readonly Mark[] {
  const node = findNode(exhibition, nodeId);
  if (!node) return [];
  const plan = planHall(exhibition, node);
  const hall = plan && { plan, ...(stand ?? plan.entrance) };
  return [...listLinks(exhibition, node, language, hall), ...listHotspots(exhibition, node, language, hall)];
}

/** A hall and where one stands in it. */
interface Hall extends Stand {
  readonly plan: HallPlan;
}

function listLinks(exhibition: Exhibition, node: ExhibitionNode, language: string, hall: Hall | null): Mark[] {
  const seen = new Map<string, number>();
  const marks: Mark[] = [];
  for (const [index, link] of (node.links ?? []).entries()) {
    const to = findNode(exhibition, link.to);
    const direction = hall ? directDoor(hall, index) : directLink(link, node, to);
    const labels = link.label ?? to?.label;
    if (!direction || !labels) continue;
    const count = (seen.get(link.to) ?? 0) + 1;
    seen.set(link.to, count);
    const key = count === 1 ? `link:${link.to}` : `link:${link.to}:${count}`;
    marks.push({ kind: 'link', id: link.to, key, ...labelOf(labels, language, exhibition), ...direction });
  }
  return marks;
}

function listHotspots(exhibition: Exhibition, node: ExhibitionNode, language: string, hall: Hall | null): Mark[] {
  const marks: Mark[] = [];
  for (const hotspot of node.hotspots ?? []) {
    const polygon = hall || !hotspot.area ? undefined : readArea(hotspot.area).polygon;
    const middle = polygon && middleOf(polygon);
    const direction = hall ? directExhibit(hall, hotspot.id) : directHotspot(exhibition, node, hotspot, middle);
    if (!direction) continue;
    const { id, label } = hotspot;
    const area = polygon && middle && { polygon, ...sizeSeen(polygon, middle) };
    const key = `hotspot:${id}`;
    marks.push({
      kind: 'hotspot',
      id,
      key,
      ...labelOf(label, language, exhibition),
      ...direction,
      ...(area && { area }),
    });
  }
  return marks;
}

function directExhibit({ plan, x, z }: Hall, hotspotId: string): Direction | null {
  const exhibit = plan.exhibits.find((one) => one.hotspotId === hotspotId);
  return exhibit ? aimFrom(x, z, exhibit.middle) : null;
}

function directDoor({ plan, x, z }: Hall, link: number): Direction | null {
  const door = plan.doorways.find((one) => one.link === link);
  return door ? aimFrom(x, z, [door.x, HALL_EYE_HEIGHT, door.z]) : null;
}

/**
 * Where the mark of a hotspot is: as the document says, else where the thing itself is, else in the middle of its area.
 * How far away that is, is known where it has a position.
 */
function directHotspot(
  exhibition: Exhibition,
  node: ExhibitionNode,
  hotspot: Hotspot,
  middle: Vec3 | undefined,
): Direction | null {
  const { target } = hotspot;
  const at = positionOf(exhibition, node, hotspot);
  const distance = at ? Math.hypot(...at) : 0;
  if (target) {
    const placed = { yaw: wrapAngle(toRadians(target.yaw)), pitch: toRadians(target.pitch) };
    return distance > 0 ? { ...placed, distance } : placed;
  }
  if (at && distance > 0) return { ...yawPitchOf(at), distance, isInSpace: true };
  return middle ? yawPitchOf(middle) : null;
}

/** From the visitor's eyes, in the node's frame; null where the node or the hotspot has no position. */
function positionOf(exhibition: Exhibition, node: ExhibitionNode, hotspot: Hotspot): Vec3 | null {
  if (hotspot.kind !== 'relic') return hotspot.position ? fromSite(node, hotspot.position) : null;
  const standing = standingOf(node, hotspot);
  return standing && middleOfRelic(exhibition, hotspot, standing);
}

/** Half-way up a relic, above its origin. */
function middleOfRelic({ assets }: Exhibition, hotspot: Hotspot, { position, scale }: Standing): Vec3 {
  const asset = hotspot.kind === 'relic' ? assets.find(({ id }) => id === hotspot.model) : undefined;
  const { min, max } = boundsOf(asset);
  return [position[0], position[1] + ((min[1] + max[1]) / 2) * scale, position[2]];
}

/** Where a link stands: as the document says, else in the direction of the other node's position. */
function directLink(link: Link, from: ExhibitionNode, to: ExhibitionNode | undefined): Direction | null {
  const way = to ? directionBetween(from, to) : null;
  if (link.target) {
    const { yaw, pitch } = link.target;
    const placed = { yaw: wrapAngle(toRadians(yaw)), pitch: toRadians(pitch) };
    return way?.distance === undefined ? placed : { ...placed, distance: way.distance };
  }
  return way;
}

/**
 * From the eyes at one node to those at another: the site's north is −Z and its bearings are clockwise from there, so
 * the bearing B appears at the node's yaw B − heading. Null where a position is missing or both are the same.
 */
function directionBetween(from: ExhibitionNode, to: ExhibitionNode): Direction | null {
  if (!from.position || !to.position) return null;
  const way = subtract(to.position, from.position);
  const distance = Math.hypot(...way);
  if (distance === 0) return null;
  const { yaw: bearing, pitch } = yawPitchOf(way);
  const level = Math.hypot(way[0], way[2]);
  return {
    yaw: wrapAngle(bearing - toRadians(from.heading ?? 0)),
    pitch,
    distance,
    isInSpace: true,
    floorPitch: Math.atan2(way[1] - EYE_HEIGHT, level),
  };
}

function labelOf(
  labels: LanguageMap,
  wanted: string,
  { defaultLanguage }: Exhibition,
): Pick<Mark, 'label' | 'language'> {
  const { text, language } = pickText(labels, wanted, defaultLanguage);
  return { label: text, language };
}
