/** The page of the other viewers: one of them at a time fills it. */
import { openMarzipano } from './openMarzipano.ts';
import { openOpenSeadragon } from './openOpenSeadragon.ts';
import { openPannellum } from './openPannellum.ts';
import { openPhotoSphereViewer } from './openPhotoSphereViewer.ts';
import type { Open, Opened, PeerView, ViewerName } from './opened.ts';

const VIEWERS: Readonly<Record<ViewerName, Open<PeerView>>> = {
  pannellum: openPannellum,
  marzipano: openMarzipano,
  photoSphereViewer: openPhotoSphereViewer,
  openSeadragon: openOpenSeadragon,
};

let opened: Opened<PeerView> | null = null;

window.peers = {
  async open(viewer, config) {
    opened?.close();
    opened = null;
    const container = document.createElement('div');
    container.style.height = '100%';
    document.getElementById('viewer')?.replaceChildren(container);
    opened = await VIEWERS[viewer](container, config);
  },
  look: (view) => opened?.look(view),
};
