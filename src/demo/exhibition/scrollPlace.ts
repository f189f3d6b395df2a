/** The handscroll as a place of its own, a step away from where it is spoken of. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Exhibition, ExhibitionNode, FlatAsset, Hotspot, LanguageMap, Link } from '#document/schema.ts';
import { AREAS, type Area } from '#demo/scroll/areas.ts';
import { nodeId } from './nodes.ts';
import { measurePicture } from './pictures.ts';
import { SCROLL_TEXT } from './scroll.ts';
import { MARK_TEXTS, SECTION_LABELS } from './scrollMarks.ts';
import { both } from './words.ts';

export const SCROLL_ID = 'scroll';

/** On the terrace, below the label that speaks of it, degrees. */
const WAY_THERE = { yaw: 165, pitch: -16 };

/** What `scroll.json` says of the tiles beside it. */
interface Described {
  readonly width: number;
  readonly height: number;
  readonly tileSize: number;
  readonly levels: readonly unknown[];
  readonly metresPerPixel: number;
  readonly readingDirection: 'rtl';
  readonly areas: readonly Area[];
}

/** The document with the scroll in it, where that has been painted. */
export async function withScroll(exhibition: Exhibition, folder: string): Promise<Exhibition> {
  const terrace = nodeId('terrace', 'as-found');
  const file = path.join(folder, 'scroll/scroll.json');
  if (!existsSync(file) || !exhibition.nodes.some(({ id }) => id === terrace)) return exhibition;
  const described = JSON.parse(await readFile(file, 'utf8')) as Described;
  const poster = await measurePicture(folder, 'scroll/preview.webp');
  const { width, height, tileSize, levels, metresPerPixel, readingDirection, areas } = described;
  const asset: FlatAsset = {
    kind: 'scroll',
    id: SCROLL_ID,
    label: SCROLL_TEXT.label,
    alt: SCROLL_TEXT.alt,
    source: { type: 'flat-tiles', template: 'scroll/{z}/{y}_{x}.webp', width, height, tileSize, levels: levels.length },
    metresPerPixel,
    direction: readingDirection,
    sections: areas.filter(({ kind }) => kind === 'section').map(describeSection),
    ...(poster && { poster }),
    digitalSourceType: 'algorithmicMedia',
  };
  const place: ExhibitionNode = {
    id: SCROLL_ID,
    label: SCROLL_TEXT.label,
    summary: both(
      '从右端展开，一次一臂之宽，往左看去；也可以看全图、量尺寸、看原大。',
      'It opens at its right end, an arm’s width at a time, and goes on to the left. See all of it, measure it, see it at its real size.',
    ),
    asset: SCROLL_ID,
    links: [{ to: terrace, label: both('回到崖前平台', 'Back to the terrace') }],
    hotspots: areas.filter(({ kind }) => kind !== 'section').map(describeMark),
  };
  const way: Link = { to: SCROLL_ID, target: WAY_THERE, label: both('展开手卷', 'Unroll the handscroll') };
  const nodes = exhibition.nodes.map((node) =>
    node.id === terrace ? { ...node, links: [...(node.links ?? []), way] } : node,
  );
  return { ...exhibition, assets: [...exhibition.assets, asset], nodes: [...nodes, place] };
}

function describeSection({ id, left, width }: Area): { id: string; label: LanguageMap; from: number; to: number } {
  return { id, label: textOf(SECTION_LABELS, id), from: left, to: left + width };
}

function describeMark({ id, left, top, width, height }: Area): Hotspot {
  const { label, body, transcription, translation } = textOf(MARK_TEXTS, id);
  return {
    kind: 'text',
    id,
    label,
    region: [
      [left, top],
      [left + width, top + height],
    ],
    body,
    ...(transcription && { transcription }),
    ...(translation && { translation }),
  };
}

function textOf<Text>(texts: Readonly<Record<string, Text>>, id: string): Text {
  const found = texts[id];
  if (found === undefined) {
    const known = AREAS.map((area) => area.id).join(', ');
    throw new Error(`the scroll: nothing is written about "${id}"; areas are ${known}`);
  }
  return found;
}
