import { createRandom, type Random } from '#demo/noise/random.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse, polygon, type Point } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { inTurn } from '#demo/paint/motifs/borders.ts';
import { donorHead, type Headdress } from '#demo/paint/motifs/donorHead.ts';
import { limb } from '#demo/paint/motifs/hand.ts';
import { lotusBud } from '#demo/paint/motifs/lotus.ts';

export interface DonorColours {
  readonly robe: Pigment;
  readonly upper: Pigment;
  readonly trim: Pigment;
}

/** lady: high-waisted skirt and jacket; lord: long belted coat; monk: patched shawl; rider: short coat and boots. */
export type DonorDress = 'lady' | 'lord' | 'rider' | 'monk' | 'child';
/** What the hands do. */
export type DonorPose = 'lotus' | 'censer' | 'sleeves' | 'prayer' | 'tray' | 'banner';

export interface DonorOptions {
  readonly dress?: DonorDress;
  readonly pose?: DonorPose;
  readonly colours?: Partial<DonorColours>;
  /** Which of the dress's colour schemes, in turn; from the seed by default. */
  readonly scheme?: number;
  readonly seed?: number;
}

const HEADS: Readonly<Record<DonorDress, readonly Headdress[]>> = {
  lady: ['high-knot', 'two-knots', 'side-knot', 'hairpins', 'veil'],
  lord: ['soft-cap', 'tall-hat', 'winged-hat', 'crest-cap'],
  rider: ['felt-hat', 'soft-cap', 'braids'],
  monk: ['shaven'],
  child: ['two-tufts'],
};

const SCHEMES: Readonly<Record<DonorDress, readonly DonorColours[]>> = {
  lady: [
    { robe: 'cinnabar', upper: 'malachite', trim: 'white' },
    { robe: 'malachite', upper: 'plum', trim: 'white' },
    { robe: 'plum', upper: 'white', trim: 'ochre' },
    { robe: 'redLead', upper: 'azuriteLight', trim: 'white' },
    { robe: 'white', upper: 'cinnabar', trim: 'malachite' },
    { robe: 'azuriteLight', upper: 'ochre', trim: 'cinnabar' },
  ],
  lord: [
    { robe: 'cinnabar', upper: 'white', trim: 'ink' },
    { robe: 'brown', upper: 'azuriteLight', trim: 'ochre' },
    { robe: 'plum', upper: 'white', trim: 'ink' },
    { robe: 'azuriteLight', upper: 'cinnabar', trim: 'ink' },
    { robe: 'white', upper: 'malachite', trim: 'ink' },
  ],
  rider: [
    { robe: 'ochre', upper: 'malachite', trim: 'cinnabar' },
    { robe: 'malachite', upper: 'ochre', trim: 'white' },
    { robe: 'azurite', upper: 'white', trim: 'ochre' },
  ],
  monk: [
    { robe: 'redLead', upper: 'brown', trim: 'ink' },
    { robe: 'plum', upper: 'ochreRed', trim: 'ink' },
    { robe: 'ochre', upper: 'plum', trim: 'ink' },
  ],
  child: [
    { robe: 'cinnabar', upper: 'white', trim: 'ochre' },
    { robe: 'malachite', upper: 'white', trim: 'cinnabar' },
  ],
};

/** A donor of height about 1 who walks to the left: soles at the origin, head at y = −0.89. */
export function donor(painter: Painter, options: DonorOptions = {}): void {
  const seed = options.seed ?? Math.floor(painter.random() * 1e9);
  const random = createRandom(seed);
  const dress = options.dress ?? 'lord';
  const chosen = Math.floor(random() * 60);
  const colours = { ...inTurn(SCHEMES[dress], options.scheme ?? chosen), ...options.colours };
  const pose = options.pose ?? random.pick<DonorPose>(['lotus', 'sleeves', 'censer', 'prayer', 'tray']);
  const lean = random.between(-0.012, 0.02);
  const stout = random.between(0.9, 1.14);
  painter.push(0, 0, 1, -lean);
  painter.context.scale(stout, 1);
  if (dress === 'lady') drawLady(painter, colours, random);
  else if (dress === 'monk') drawMonk(painter, colours, random);
  else drawCoat(painter, colours, random, dress);
  painter.context.scale(1 / stout, 1);
  drawSleevesAndHands(painter, pose, dress, colours);
  painter.push(-0.012, -0.885, 1, random.between(-0.06, 0.1));
  donorHead(painter, random.pick(HEADS[dress]), dress === 'lady' ? 'woman' : dress === 'monk' ? 'monk' : 'man', seed);
  painter.pop();
  painter.pop();
}

function drawLady(painter: Painter, colours: DonorColours, random: Random): void {
  const flare = random.between(0.9, 1.25);
  const train = random.between(0, 0.1);
  const skirt = blob([[-0.055, -0.66], [-0.085, -0.42], [-0.12 * flare, -0.12], [-0.17 * flare, 0.005], [-0.05, 0.012], [0.08, 0.006], [0.19 * flare + train, 0.01], [0.14 * flare, -0.12], [0.1, -0.42], [0.07, -0.66]]); // prettier-ignore
  painter.shape(skirt, colours.robe, { lineWidth: 0.008, shade: 'ink', shadeWidth: 0.045, shadeAlpha: 0.34 });
  painter.clip(skirt);
  const pattern = Math.floor(random() * 3);
  for (let i = -4; i <= 4; i++) {
    if (pattern === 0) {
      const stripe = polygon([[i * 0.016 - 0.004, -0.66], [i * 0.042 * flare - 0.012, 0.02], [i * 0.042 * flare + 0.008, 0.02], [i * 0.016 + 0.003, -0.66]]); // prettier-ignore
      painter.fill(stripe, colours.trim, 0.8);
    } else {
      painter.brush([[i * 0.016, -0.64], [i * 0.026, -0.35], [i * 0.044 * flare, 0]], 0.007, 'ink', 0.6, 14); // prettier-ignore
    }
    for (let row = 0; pattern === 2 && row < 8; row++) {
      painter.fill(ellipse((i + (row % 2) * 0.5) * 0.036, -0.56 + row * 0.07, 0.008), colours.trim, 0.8);
    }
  }
  painter.pop();
  painter.line(skirt, 0.008);
  const jacket = blob([[-0.045, -0.81], [-0.095, -0.77], [-0.115, -0.66], [-0.07, -0.6], [0.075, -0.6], [0.12, -0.66], [0.1, -0.77], [0.05, -0.81]]); // prettier-ignore
  painter.shape(jacket, colours.upper, { lineWidth: 0.008, shade: 'ink', shadeWidth: 0.03, shadeAlpha: 0.3 });
  painter.line(curve([[-0.05, -0.81], [-0.02, -0.7], [0, -0.6]]), 0.016, colours.trim, 1); // prettier-ignore
  painter.line(curve([[-0.075, -0.615], [0, -0.605], [0.08, -0.615]]), 0.016, colours.trim, 1); // prettier-ignore
  if (random() < 0.6) {
    const shawl: Point[] = [[0.04, -0.79], [0.13, -0.68], [0.14, -0.5], [0.11, -0.34], [0.15, -0.2]]; // prettier-ignore
    painter.brush(shawl, 0.04, 'ink', 0.9, 20, (t) => 1 - 0.4 * t);
    painter.brush(shawl, 0.032, random.pick(['white', 'malachiteLight', 'ochre']), 1, 20, (t) => 1 - 0.4 * t);
  }
}

function drawCoat(painter: Painter, colours: DonorColours, random: Random, dress: DonorDress): void {
  const short = dress === 'rider' ? -0.26 : dress === 'child' ? -0.16 : -0.07;
  const flare = random.between(0.95, 1.2);
  for (const side of [-1, 1]) {
    const x = side * 0.05;
    const boot = blob([[x + 0.035, short - 0.03], [x + 0.035, -0.03], [x + 0.03, 0.004], [x - 0.085, 0.004], [x - 0.08, -0.025], [x - 0.03, -0.05], [x - 0.035, short - 0.03]]); // prettier-ignore
    painter.shape(boot, 'ink', { lineWidth: 0.005, shade: 'brown', shadeWidth: 0.02 });
  }
  const coat = blob([[-0.055, -0.81], [-0.105, -0.75], [-0.115, -0.55], [-0.11, -0.42], [-0.14 * flare, short], [0, short + 0.014], [0.14 * flare, short], [0.115, -0.42], [0.12, -0.55], [0.11, -0.75], [0.055, -0.81]]); // prettier-ignore
  painter.shape(coat, colours.robe, { lineWidth: 0.008, shade: 'ink', shadeWidth: 0.045, shadeAlpha: 0.34 });
  painter.clip(coat);
  if (random() < 0.4) {
    for (let i = 0; i < 20; i++) {
      const x = (i % 4) * 0.07 - 0.1 + (Math.floor(i / 4) % 2) * 0.035;
      const y = -0.7 + Math.floor(i / 4) * 0.14;
      painter.shape(ellipse(x, y, 0.019), colours.upper, { lineWidth: 0.003 });
      painter.line(ellipse(x, y, 0.012), 0.003, colours.robe, 0.9);
      painter.fill(ellipse(x, y, 0.006), 'ochre');
    }
  }
  for (let i = -2; i <= 3; i++) painter.brush([[i * 0.03, -0.45], [i * 0.038, -0.28], [i * 0.044 * flare, short]], 0.008, 'ink', 0.6, 12); // prettier-ignore
  painter.line(curve([[-0.03, -0.81], [-0.045, -0.6], [-0.05, short]]), 0.022, colours.upper, 1); // prettier-ignore
  painter.line(curve([[-0.3, short], [0, short + 0.004], [0.3, short]]), 0.028, colours.upper, 1); // prettier-ignore
  painter.pop();
  painter.line(coat, 0.008);
  painter.line(curve([[-0.115, -0.475], [0, -0.455], [0.118, -0.475]]), 0.024, colours.trim, 1); // prettier-ignore
  for (let i = 0; i < 4; i++) painter.fill(ellipse(-0.08 + i * 0.05, -0.462, 0.007), 'gold');
  if (dress !== 'child' && random() < 0.5) painter.line(curve([[0.09, -0.45], [0.11, -0.36], [0.105, -0.28]]), 0.013, colours.trim, 1); // prettier-ignore
  painter.fill(polygon([[-0.045, -0.81], [-0.01, -0.755], [0.04, -0.81]]), colours.upper); // prettier-ignore
}

function drawMonk(painter: Painter, colours: DonorColours, random: Random): void {
  const robe = blob([[-0.05, -0.81], [-0.1, -0.75], [-0.12, -0.5], [-0.12, -0.2], [-0.135, -0.04], [0.14, -0.04], [0.12, -0.25], [0.125, -0.5], [0.11, -0.75], [0.05, -0.81]]); // prettier-ignore
  for (const x of [-0.06, 0.03]) painter.shape(blob([[x + 0.05, -0.05], [x + 0.04, 0.002], [x - 0.05, 0.002], [x - 0.03, -0.03]]), 'ink', { lineWidth: 0.004 }); // prettier-ignore
  painter.shape(robe, colours.robe, { lineWidth: 0.008, shade: 'ink', shadeWidth: 0.045, shadeAlpha: 0.34 });
  painter.clip(robe);
  for (let i = -3; i <= 3; i++) painter.brush([[i * 0.025, -0.4], [i * 0.034, -0.2], [i * 0.04, -0.04]], 0.007, 'ink', 0.6, 12); // prettier-ignore
  painter.pop();
  // The patched shawl leaves one shoulder free.
  const drop = random.between(-0.34, -0.22);
  const shawl = blob([[0.055, -0.815], [0.12, -0.74], [0.135, -0.5], [0.13, drop], [0.02, drop + 0.03], [-0.1, drop - 0.04], [-0.125, -0.5], [-0.11, -0.62], [-0.02, -0.7]]); // prettier-ignore
  painter.shape(shawl, colours.upper, { lineWidth: 0.008, shade: 'ink', shadeWidth: 0.035, shadeAlpha: 0.3 });
  painter.clip(shawl);
  for (let i = 0; i < 5; i++) painter.line(curve([[-0.2, -0.72 + i * 0.1], [0.2, -0.66 + i * 0.1]]), 0.008, colours.trim, 0.8); // prettier-ignore
  for (let i = -2; i <= 2; i++) painter.line(curve([[i * 0.06, -0.85], [i * 0.06 + 0.01, -0.2]]), 0.008, colours.trim, 0.8); // prettier-ignore
  painter.pop();
}

/** Small woven blossoms, four petals each. */
function weave(painter: Painter, pigment: Pigment): void {
  for (let row = 0; row < 7; row++) {
    for (let i = 0; i < 5; i++) {
      const x = -0.2 + (i + (row % 2) * 0.5) * 0.06;
      const y = -0.74 + row * 0.055;
      for (const [dx, dy] of [
        [0, -1],
        [1, 0],
        [0, 1],
        [-1, 0],
      ] as const) {
        // prettier-ignore
        painter.fill(ellipse(x + dx * 0.006, y + dy * 0.006, 0.0042), pigment, 0.74);
      }
    }
  }
}

/** Wide sleeves that meet before the breast, and what is held there. */
function drawSleevesAndHands(painter: Painter, pose: DonorPose, dress: DonorDress, colours: DonorColours): void {
  const cloth = dress === 'lady' ? colours.upper : colours.robe;
  const wide = dress === 'lady' || dress === 'lord';
  const x = pose === 'sleeves' ? -0.1 : -0.18;
  const y = pose === 'prayer' ? -0.66 : pose === 'banner' ? -0.68 : -0.6;
  if (wide) {
    const fall = pose === 'sleeves' ? 0.22 : 0.16;
    const sleeve = blob([[0.05, -0.78], [0.1, -0.68], [0.06, -0.58], [x + 0.06, y + fall], [x, y + fall * 0.9], [x - 0.015, y + 0.03], [x, y - 0.045], [-0.04, -0.66], [-0.02, -0.74]]); // prettier-ignore
    painter.shape(sleeve, cloth, { lineWidth: 0.008, shade: 'ink', shadeWidth: 0.03, shadeAlpha: 0.32 });
    painter.clip(sleeve);
    weave(painter, cloth === 'white' ? 'cinnabar' : cloth === 'ochre' ? 'brown' : 'ochre');
    painter.pop();
    painter.line(sleeve, 0.008);
    painter.brush([[x, y + fall * 0.9], [x - 0.015, y + 0.03], [x, y - 0.045]], 0.018, colours.trim, 1, 10, () => 1); // prettier-ignore
    for (let i = 0; i < 3; i++) painter.brush([[0.06 - i * 0.02, -0.64], [x + 0.08 - i * 0.02, y + 0.05 + i * 0.03], [x + 0.03, y + fall * 0.7]], 0.006, 'ink', 0.6, 10); // prettier-ignore
  } else {
    limb(painter, [[0.06, -0.76], [0.05, -0.63], [-0.02, -0.58]], 0.045, 0.036, cloth, 0.007); // prettier-ignore
    limb(painter, [[-0.01, -0.585], [-0.09, y + 0.02], [x + 0.03, y]], 0.036, 0.03, cloth, 0.007); // prettier-ignore
  }
  if (pose === 'sleeves') return;
  painter.shape(ellipse(x - 0.012, y - 0.008, 0.03, 0.024), 'flesh', {
    lineWidth: 0.006,
    shade: 'fleshShade',
    shadeWidth: 0.01,
  });
  painter.line(curve([[x - 0.035, y - 0.012], [x - 0.01, y - 0.012]]), 0.004, 'ink', 0.7); // prettier-ignore
  if (pose === 'lotus') {
    painter.brush([[x - 0.01, y + 0.03], [x - 0.035, y - 0.1], [x - 0.03, y - 0.22]], 0.014, 'malachite', 1, 10, () => 1); // prettier-ignore
    lotusBud(painter, x - 0.03, y - 0.22, 0.075, -0.1);
  } else if (pose === 'censer') {
    painter.line(curve([[x + 0.02, y], [x - 0.13, y - 0.01]]), 0.014, 'gold', 1); // prettier-ignore
    painter.shape(blob([[x - 0.155, y - 0.035], [x - 0.1, y - 0.035], [x - 0.11, y + 0.005], [x - 0.145, y + 0.005]]), 'gold', { lineWidth: 0.005 }); // prettier-ignore
    painter.brush([[x - 0.13, y - 0.04], [x - 0.11, y - 0.1], [x - 0.145, y - 0.16], [x - 0.115, y - 0.22]], 0.014, 'white', 0.85, 14); // prettier-ignore
  } else if (pose === 'prayer') {
    painter.shape(blob([[x - 0.025, y + 0.02], [x - 0.035, y - 0.05], [x - 0.015, y - 0.09], [x + 0.005, y - 0.04], [x + 0.012, y + 0.02]]), 'flesh', { lineWidth: 0.006 }); // prettier-ignore
  } else if (pose === 'tray') {
    for (let i = 0; i < 3; i++) painter.shape(ellipse(x - 0.05 + i * 0.03, y - 0.045, 0.02), i % 2 ? 'cinnabar' : 'ochre', { lineWidth: 0.004 }); // prettier-ignore
    painter.shape(blob([[x - 0.09, y - 0.035], [x + 0.03, y - 0.035], [x, y - 0.008], [x - 0.06, y - 0.008]]), 'malachiteLight', { lineWidth: 0.006 }); // prettier-ignore
  } else {
    painter.line(curve([[x, y + 0.5], [x - 0.02, y - 0.5]]), 0.014, 'ochre', 1); // prettier-ignore
    painter.shape(blob([[x - 0.02, y - 0.46], [x + 0.1, y - 0.44], [x + 0.08, y - 0.2], [x + 0.12, y - 0.06], [x + 0.02, y - 0.12], [x - 0.01, y - 0.2]], true, 0.6), colours.trim === 'ink' ? 'cinnabar' : colours.trim, { lineWidth: 0.006, shade: 'ink', shadeWidth: 0.02 }); // prettier-ignore
  }
}
