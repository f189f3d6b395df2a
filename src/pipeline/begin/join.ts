/** Places with the links that are suggested for them. */
import type { ExhibitionNode } from '#document/schema.ts';
import { suggestLinks } from './suggestLinks.ts';

/** `old` names the places whose ways among each other are left as they are. */
export function join(nodes: readonly ExhibitionNode[], old: ReadonlySet<string>): ExhibitionNode[] {
  const suggested = suggestLinks(nodes.map(({ id, position }) => ({ id, position: position ?? null })));
  return nodes.map((node) => {
    const known = new Set(node.links?.map(({ to }) => to));
    const added = suggested
      .filter(({ from, to }) => from === node.id && !known.has(to) && !(old.has(from) && old.has(to)))
      .map(({ to, target }) => ({ to, ...(target && { target }) }));
    return added.length === 0 ? node : { ...node, links: [...(node.links ?? []), ...added] };
  });
}

/** What was made, and what nobody could know. */
export function describeLinks(nodes: readonly ExhibitionNode[]): string {
  const links = nodes.flatMap((node) => node.links ?? []);
  const guessed = links.filter(({ target }) => target !== undefined).length;
  const places = nodes.length === 1 ? '1 place' : `${nodes.length} places`;
  const said = `${places}, ${links.length === 1 ? '1 link' : `${links.length} links`}`;
  if (guessed === 0) return said;
  return `${said}; where the pictures were taken is not known of all: ${guessed} links stand ahead or behind until their "target" is set`;
}
