/** Why keys of a Pannellum configuration have no place (reference: mpetroff/pannellum, doc/json-config-parameters.md). */
import type { KeyReasons } from '../reading/ledger.ts';

const OWN = 'is about Pannellum’s own interface';
const SPEED = 'is left out: how a view moves is the viewer’s own';

export const REASONS: KeyReasons = {
  autoLoad: OWN, showControls: OWN, keyboardZoom: OWN, mouseZoom: OWN, draggable: OWN, disableKeyboardCtrl: OWN,
  showFullscreenCtrl: OWN, showZoomCtrl: OWN, compass: OWN, orientationOnByDefault: OWN, strings: OWN, hotSpotDebug: OWN,
  sceneFadeDuration: SPEED, autoRotate: SPEED, autoRotateInactivityDelay: SPEED, autoRotateStopDelay: SPEED,
  friction: SPEED, touchPanSpeedCoeffFactor: SPEED, escapeHTML: OWN, backgroundColor: OWN,
  minHfov: 'is left out: how far one may look is the viewer’s own', maxHfov: 'is left out: how far one may look is the viewer’s own',
  minPitch: 'is left out: how far one may look is the viewer’s own', maxPitch: 'is left out: how far one may look is the viewer’s own',
  minYaw: 'is left out: how far one may look is the viewer’s own', maxYaw: 'is left out: how far one may look is the viewer’s own',
  multiResMinHfov: 'is left out: how far one may look is the viewer’s own',
  avoidShowingBackground: 'is left out: how far one may look is the viewer’s own',
  basePath: 'has no use here', fallback: 'leads elsewhere and has no place in an exhibition', crossOrigin: OWN,
  cssClass: 'is about how a mark looks', createTooltipFunc: 'is script, which is not read', createTooltipArgs: 'is script, which is not read',
  clickHandlerFunc: 'is script, which is not read', clickHandlerArgs: 'is script, which is not read',
  attributes: 'is about the page’s own markup, which no label has', scale: 'is about how a mark looks',
  dynamic: 'is about pictures that change, which no panorama is', dynamicUpdate: 'is about pictures that change',
  ignoreGPanoXMP: 'has no use here', hotSpots: 'could not be read',
}; // prettier-ignore
