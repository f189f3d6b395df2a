/** The hall of the demonstration: all nine relics side by side on plinths, a step away from the terrace. */
import type { Exhibition, ExhibitionNode, GalleryAsset, Hotspot, Link } from '#document/schema.ts';
import { HEADING_DEGREES } from '#demo/site/site.ts';
import { RELIC_IDS } from '#demo/relics/relic.ts';
import { nodeId } from './nodes.ts';
import { both } from './words.ts';

const GALLERY_ID = 'gallery';
const LABEL = both('九件器物', 'Nine Relics');

/** Where the way to the hall lies on the terrace, degrees: on the ground, where nothing else is marked. */
const WAY_THERE = { yaw: 92, pitch: -10 };

const GALLERY: GalleryAsset = {
  kind: 'gallery',
  id: GALLERY_ID,
  label: LABEL,
  layout: 'rows',
  digitalSourceType: 'algorithmicMedia',
};

const SUMMARY = both(
  '一间由程序搭建的展厅：示范展览的九件器物各就其座，可以走近，绕看，取在手中。展厅与器物都不是任何真实之物。',
  'A hall built by the viewer itself. The nine relics of this demonstration stand on their plinths: walk up to them, around them, take them up. Neither hall nor relics record anything real.',
);

/** The document with the hall in it, where relics have been made. */
export function withGallery(exhibition: Exhibition): Exhibition {
  const terrace = nodeId('terrace', 'as-found');
  const relics = listRelics(exhibition);
  if (relics.length === 0 || !exhibition.nodes.some(({ id }) => id === terrace)) return exhibition;
  const hall: ExhibitionNode = {
    id: GALLERY_ID,
    label: LABEL,
    summary: SUMMARY,
    asset: GALLERY_ID,
    heading: HEADING_DEGREES,
    links: [{ to: terrace, label: both('回到崖前平台', 'Back to the terrace') }],
    hotspots: relics,
  };
  const way: Link = { to: GALLERY_ID, target: WAY_THERE, label: LABEL };
  const nodes = exhibition.nodes.map((node) =>
    node.id === terrace ? { ...node, links: [...(node.links ?? []), way] } : node,
  );
  return { ...exhibition, assets: [...exhibition.assets, GALLERY], nodes: [...nodes, hall] };
}

/** Each relic once, with the very label that it has where it is spoken of; the hall decides where it stands. */
function listRelics({ nodes }: Exhibition): Hotspot[] {
  const labels = nodes.flatMap(({ hotspots = [] }) => hotspots);
  return RELIC_IDS.flatMap((id) => {
    const label = labels.find((hotspot) => hotspot.kind === 'relic' && hotspot.model === id);
    if (label?.kind !== 'relic') return [];
    const { target: _target, stands: _stands, ...rest } = label;
    return [rest];
  });
}
