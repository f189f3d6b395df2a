/** Why elements and attributes of a krpano tour have no place (reference: krpano.com/docu/xml). */
import type { KeyReasons } from '../reading/ledger.ts';

const SCRIPT = 'is script, which is not read';
const OWN = 'is about krpano’s own interface';
const LIMITS = 'is left out: how far one may look is the viewer’s own';
const LOOKS = 'is about how a mark looks';

export const REASONS: KeyReasons = {
  action: SCRIPT, events: SCRIPT, onstart: SCRIPT, onclick: SCRIPT, onloaded: SCRIPT, onover: SCRIPT, onout: SCRIPT,
  ondown: SCRIPT, onup: SCRIPT, onhover: SCRIPT, '#text': SCRIPT, set: SCRIPT, parsepath: SCRIPT,
  plugin: OWN, layer: OWN, style: OWN, skin_settings: OWN, contextmenu: OWN, control: OWN, cursors: OWN, display: OWN,
  network: OWN, memory: OWN, security: OWN, textstyle: OWN, lensflare: OWN, lensflareset: OWN, security_policy: OWN,
  autorotate: OWN, progress: OWN, preloader: OWN, webvr: OWN, debugmode: OWN, showerrors: OWN, bgcolor: OWN,
  include: 'is another file, which is not read', data: 'has no place in an exhibition', map: 'has no place: an exhibition has its own plan',
  lat: 'has no place: places lie on the exhibition’s own plan', lng: 'has no place: places lie on the exhibition’s own plan', alt: LOOKS,
  thumburl: 'is left out: small pictures are made from the exhibition’s own', maxpixelzoom: LIMITS, fovmin: LIMITS, fovmax: LIMITS,
  limitview: LIMITS, hlookatmin: LIMITS, hlookatmax: LIMITS, vlookatmin: LIMITS, vlookatmax: LIMITS, camroll: LIMITS,
  url: LOOKS, scale: LOOKS, width: LOOKS, height: LOOKS, zorder: LOOKS, alpha: LOOKS, edge: LOOKS, distorted: LOOKS, keep: LOOKS,
  rotate: LOOKS, rx: LOOKS, ry: LOOKS, rz: LOOKS, depth: LOOKS, visible: LOOKS, enabled: LOOKS, capture: LOOKS, handcursor: LOOKS,
  title: 'is left out here: the name stands at the place itself', version: 'has no use here', preview: 'has no use here',
  stereo: 'could not be read', mobile: 'is another copy of the same picture', tablet: 'is another copy of the same picture',
}; // prettier-ignore
