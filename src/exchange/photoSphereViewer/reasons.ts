/** Why options of Photo Sphere Viewer have no place (its guide: photo-sphere-viewer.js.org). */
import type { KeyReasons } from '../reading/ledger.ts';

const OWN = 'is about the viewer’s own interface';

export const REASONS: KeyReasons = {
  container: OWN, navbar: OWN, loadingImg: OWN, loadingTxt: OWN, size: OWN, lang: OWN, keyboard: OWN, mousewheel: OWN,
  mousemove: OWN, mousewheelCtrlKey: OWN, touchmoveTwoFingers: OWN, moveSpeed: OWN, zoomSpeed: OWN, moveInertia: OWN,
  defaultTransition: OWN, fisheye: OWN, canvasBackground: OWN, rendererParameters: OWN, requestHeaders: OWN,
  withCredentials: OWN, useXmpData: 'has no use here', keyboardActions: OWN, minFov: OWN, maxFov: OWN, style: OWN,
  tooltip: 'is about how a mark looks', className: 'is about how a mark looks', anchor: 'is about how a mark looks',
  image: 'is about how a mark looks', scale: 'is about how a mark looks', svgStyle: 'is about how a mark looks',
  zIndex: 'is about how a mark looks', hoverScale: 'is about how a mark looks', opacity: 'is about how a mark looks',
  data: 'is for scripts, which are not read', visible: 'is about how a mark looks', listContent: OWN, hideList: OWN,
  arrowStyle: 'is about how a mark looks', linkOffset: 'is about how a mark looks', gps: 'has no place: places lie on the exhibition’s own plan',
  map: 'has no place: an exhibition has its own plan', plan: 'has no place: an exhibition has its own plan',
  thumbnail: 'is left out: small pictures are made from the exhibition’s own', showInGallery: OWN, positionMode: OWN,
  renderMode: OWN, transitionOptions: OWN, preload: OWN, sphereCorrection: 'could not be read', panoData: 'could not be read',
}; // prettier-ignore
