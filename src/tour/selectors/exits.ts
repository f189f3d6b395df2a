import type { Exhibition } from '#document/schema.ts';
import { isInside } from '#shared/polygon.ts';
import { directionOf } from '#shared/vec.ts';
import { pickText } from '#i18n/pickText.ts';
import type { Mark } from '../marks.ts';
import { findNode } from './findNode.ts';

/** A way on from a node. */
export interface Exit {
  readonly nodeId: string;
  readonly key: string;
  readonly label: string;
  /** BCP 47 tag of the label. */
  readonly language: string;
  /** Where it stands in the picture; null where nothing places it. */
  readonly mark: Mark | null;
}

/** Every way on from a node, also those that stand nowhere in the picture: a list needs no direction. */
export function listExits(exhibition: Exhibition, nodeId: string, language: string, marks: readonly Mark[]): Exit[] {
  const links = marks.filter((mark) => mark.kind === 'link');
  const placed = links.map(({ id, key, ...mark }): Exit => {
    return { nodeId: id, key, label: mark.label, language: mark.language, mark: { id, key, ...mark } };
  });
  const known = new Set(links.map((mark) => mark.id));
  const others = (findNode(exhibition, nodeId)?.links ?? []).flatMap((link): Exit[] => {
    const labels = link.label ?? findNode(exhibition, link.to)?.label;
    if (known.has(link.to) || !labels) return [];
    known.add(link.to);
    const { text, language: found } = pickText(labels, language, exhibition.defaultLanguage);
    return [{ nodeId: link.to, key: `link:${link.to}`, label: text, language: found, mark: null }];
  });
  return [...placed, ...others];
}

/**
 * The marks the visitor has before them, from the middle outwards: within half the field of view, or in the middle of it
 * with some part of their area.
 */
export function marksInFront(marks: readonly Mark[], view: { yaw: number; pitch: number; fov: number }): Mark[] {
  const ahead = directionOf(view.yaw, view.pitch);
  const apart = (mark: Mark) => {
    const dot =
      Math.sin(view.pitch) * Math.sin(mark.pitch) +
      Math.cos(view.pitch) * Math.cos(mark.pitch) * Math.cos(mark.yaw - view.yaw);
    return Math.acos(Math.min(1, Math.max(-1, dot)));
  };
  return marks
    .map((mark) => ({ mark, angle: apart(mark) }))
    .filter(({ mark, angle }) => angle <= view.fov / 2 || (mark.area && isInside(mark.area.polygon, ahead)))
    .sort((a, b) => a.angle - b.angle)
    .map(({ mark }) => mark);
}
