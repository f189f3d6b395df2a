import { useMemo } from 'react';
import { flatOfNode } from '#tour/flat/flatOfNode.ts';
import { shapeOf } from '#tour/flat/shape.ts';
import { useTexts, useTour } from '../context.ts';
import { Pad } from '../controls/Pad.tsx';
import type { FlatTools } from '../ports.ts';
import { Areas } from './Areas.tsx';
import { FlatAnnouncer } from './FlatAnnouncer.tsx';
import { MiniMap } from './MiniMap.tsx';
import { RealSize } from './RealSize.tsx';
import { Ruler } from './Ruler.tsx';
import { Sections } from './Sections.tsx';
import { Unroll } from './Unroll.tsx';
import './flat.css';

/** What stands around a flat picture: where one is on it, how large it is, its sections and what is marked on it. */
export function FlatView({ tools }: { tools: FlatTools }) {
  const t = useTexts();
  const exhibition = useTour((state) => state.exhibition);
  const nodeId = useTour((state) => state.nodeId);
  const asset = useMemo(() => flatOfNode(exhibition, nodeId), [exhibition, nodeId]);
  const shape = useMemo(() => asset && shapeOf(asset), [asset]);
  const pad = useMemo(
    () => ({ turn: (right: number, up: number, nearer: number) => tools.move({ right, up, nearer }) }),
    [tools],
  );
  if (!asset || !shape) return null;
  const { sections = [] } = asset;
  return (
    <>
      <Areas tools={tools} shape={shape} />
      <Ruler live={tools.live} />
      <section className="flat-bar chrome" aria-label={t('flat.tools')} data-covers="foot">
        <MiniMap tools={tools} asset={asset} shape={shape} />
        <div className="flat__tools">
          {shape.isScroll && <Unroll tools={tools} shape={shape} />}
          {sections.length > 0 && <Sections tools={tools} shape={shape} sections={sections} />}
          <RealSize tools={tools} shape={shape} />
        </div>
      </section>
      <Pad pad={pad} names="flat.pad" />
      <FlatAnnouncer asset={asset} shape={shape} />
    </>
  );
}
