/** The places of the demonstration as nodes: one for every picture of a place, joined by doors and by time. */
import type { ExhibitionNode, Hotspot, LanguageMap, Link } from '#document/schema.ts';
import { linkTarget, startView } from '#demo/site/links.ts';
import { HEADING_DEGREES, type Place, SITE, toSite } from '#demo/site/site.ts';
import { cornerAt, directionTo } from './directions.ts';
import type { LabelText, PictureId, PlaceText } from './place.ts';
import { sourceFact } from './sources.ts';
import { traitsOf } from './traits.ts';
import { both } from './words.ts';

/** Where the ways to the other pictures of the same place lie: off the middle of the first view, on the floor. */
const SWITCH_YAW: Readonly<Record<Exclude<PictureId, 'as-found'>, number>> = {
  restored: 44,
  'lamp-light': -44,
  'line-drawing': 125,
};
const SWITCH_PITCH = -14;

const SWITCH_TEXTS: Readonly<Record<PictureId, LanguageMap>> = {
  'as-found': both('回到现状', 'Back to what was found'),
  restored: both('推想复原', 'As it may have been'),
  'lamp-light': both('只留灯光', 'By lamplight'),
  'line-drawing': both('线描', 'In line'),
};

export function nodeId(place: PlaceText['id'], picture: PictureId): string {
  return `${place}-${picture}`;
}

/** All nodes, the first one first. `made` says which pictures of a place there are. */
export function describeNodes(
  texts: readonly PlaceText[],
  made: (place: PlaceText['id']) => readonly PictureId[],
): ExhibitionNode[] {
  return texts.flatMap((text) => made(text.id).flatMap((picture) => describeNode(text, picture, texts, made)));
}

function describeNode(
  text: PlaceText,
  picture: PictureId,
  texts: readonly PlaceText[],
  made: (place: PlaceText['id']) => readonly PictureId[],
): ExhibitionNode[] {
  const words = text.pictures[picture];
  if (!words) return [];
  const place: Place = SITE[text.id];
  const doors = texts
    .filter((other) => other !== text && (other.id === 'terrace' || text.id === 'terrace'))
    .flatMap((other) => describeDoor(text, other, picture, made(other.id)));
  const switches = made(text.id)
    .filter((other) => other !== picture)
    .map((other) => describeSwitch(text, picture, other));
  const labels = text.labels.filter(({ pictures = ['as-found', 'lamp-light'] }) => pictures.includes(picture));
  return [
    {
      id: nodeId(text.id, picture),
      label: words.label,
      summary: words.summary,
      asset: text.id,
      layer: picture,
      position: [...toSite(place, place.eye)],
      heading: HEADING_DEGREES,
      start: { ...startView(place), ...words.start },
      links: [...doors, ...switches],
      ...(labels.length > 0 && { hotspots: labels.map((label) => describeLabel(label, place)) }),
    },
  ];
}

/** Through a door one keeps to the same picture where the other place has it. */
function describeDoor(from: PlaceText, to: PlaceText, picture: PictureId, made: readonly PictureId[]): Link[] {
  const arrival = made.includes(picture) ? picture : made[0];
  if (arrival === undefined) return [];
  const target = linkTarget(SITE[from.id], SITE[to.id]);
  return [{ to: nodeId(to.id, arrival), target, label: to.label }];
}

/** The way back lies where the way there lay, so that one can switch to and fro without looking for it. */
function describeSwitch(text: PlaceText, from: PictureId, to: PictureId): Link {
  const key = to === 'as-found' ? from : to;
  const base = text.pictures['as-found']?.start.yaw ?? startView(SITE[text.id]).yaw;
  const yaw = base + (key === 'as-found' ? 0 : SWITCH_YAW[key]);
  return { to: nodeId(text.id, to), target: { yaw, pitch: SWITCH_PITCH }, label: SWITCH_TEXTS[to] };
}

function describeLabel(label: LabelText, place: Place): Hotspot {
  const traits = traitsOf(label.id);
  const facts = [...traits.facts, ...(label.facts ?? []), ...(label.sources ? [sourceFact(label.sources)] : [])];
  const { id, label: name, body, stands } = label;
  const area = label.area?.map((point) => cornerAt(place.eye, point));
  const base = { id, label: name, target: directionTo(place.eye, label.spot), ...(area && { area }) };
  const subjects = traits.subjects.map((subject) => ({ ...subject }));
  const rest = { ...(facts.length > 0 && { facts }), ...(subjects.length > 0 && { subjects }) };
  if (label.model !== undefined) {
    return { kind: 'relic', ...base, model: label.model, ...(stands && { stands }), body, ...rest };
  }
  if (label.image !== undefined) return { kind: 'image', ...base, image: label.image, body, ...rest };
  return { kind: 'text', ...base, body, ...rest };
}
