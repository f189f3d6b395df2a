import { useEffect } from 'react';
import { Captions } from './captions/Captions.tsx';
import { Announcer } from './access/Announcer.tsx';
import { Scanner } from './access/scan/Scanner.tsx';
import { SkipLinks } from './access/SkipLinks.tsx';
import { Surroundings } from './access/Surroundings.tsx';
import { useTour, useUi } from './context.ts';
import { Controls } from './controls/Controls.tsx';
import { Corner } from './controls/Corner.tsx';
import { Pad } from './controls/Pad.tsx';
import { FindKeys } from './find/FindKeys.tsx';
import { FlatDoor, useIsFlat } from './flat/FlatDoor.tsx';
import { GuideBar } from './guide/GuideBar.tsx';
import { LayersAnnouncer } from './layers/LayersAnnouncer.tsx';
import { LightAnnouncer } from './light/LightAnnouncer.tsx';
import { BrokenCard } from './notice/BrokenCard.tsx';
import { FlatPicture } from './notice/FlatPicture.tsx';
import { Toast } from './notice/Toast.tsx';
import { WalkHint } from './notice/WalkHint.tsx';
import { OpenPanel } from './panel/OpenPanel.tsx';
import { MadeLabel, PlaceBar } from './place/PlaceBar.tsx';
import { findHotspot } from '#tour/selectors/findNode.ts';
import { usePick } from './Text.tsx';
import { RelicDoor } from './relic/RelicDoor.tsx';
import { ScaleBar } from './wallView/ScaleBar.tsx';
import { WallAnnouncer } from './wallView/WallAnnouncer.tsx';
import { WallDoor } from './wallView/WallDoor.tsx';
import { TitleCard } from './title/TitleCard.tsx';

/** Everything around the picture, in the order in which it is read and reached by the keyboard. */
export function App() {
  const { pad, hasPicture, walls } = useUi();
  const isFlat = useIsFlat();
  const isTitleOpen = useTour((state) => state.isTitleOpen);
  const isRelicOpen = useTour((state) => state.relic !== null);
  const isWallOpen = useTour((state) => state.wallView?.kind === 'open');
  const isAside = isTitleOpen || isRelicOpen || isWallOpen;
  useDocumentTitle();
  return (
    <>
      {!hasPicture && <FlatPicture />}
      {isTitleOpen && <TitleCard />}
      {/* Behind the title card, a relic and a wall brought closer nothing is to be found, by hand, key or ear. */}
      <div className="visit" inert={isAside} hidden={isAside}>
        <SkipLinks />
        <div className="head">
          <PlaceBar />
          <MadeLabel />
          {walls && !isWallOpen && <ScaleBar scale={walls.scale} />}
        </div>
        <BrokenCard />
        <Surroundings />
        <FlatDoor />
        <Controls />
        {pad && hasPicture && !isFlat && <Pad pad={pad} tilt={pad} />}
        <Corner />
        {!isAside && <FindKeys />}
        {!isRelicOpen && !isWallOpen && <OpenPanel />}
        {hasPicture && <WalkHint />}
        <Toast />
      </div>
      <WallDoor />
      <RelicDoor />
      <GuideBar />
      {!isTitleOpen && <Captions />}
      <Scanner />
      <Announcer />
      <LayersAnnouncer />
      <WallAnnouncer />
      <LightAnnouncer />
    </>
  );
}

/** “Place · Exhibition”, or the relic in one's hands instead of the place, for tabs, bookmarks and screen readers. */
function useDocumentTitle(): void {
  const pick = usePick();
  const exhibition = useTour((state) => state.exhibition);
  const nodeId = useTour((state) => state.nodeId);
  const isTitleOpen = useTour((state) => state.isTitleOpen);
  const node = exhibition.nodes.find(({ id }) => id === nodeId);
  const name = pick(exhibition.label).text;
  const relicId = useTour((state) => state.relic?.hotspotId);
  const here = (relicId !== undefined && findHotspot(node, relicId)) || node;
  const title = here && !isTitleOpen ? `${pick(here.label).text} · ${name}` : name;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
