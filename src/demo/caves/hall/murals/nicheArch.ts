import { HALL } from '#demo/caves/hall/dimensions.ts';
import { inTurn } from '#demo/paint/motifs/borders.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { blob, ellipse, polygon, rectangle, type Point } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';

/** The opening of the niche on the inner wall's painting, `grown` metres wider all round. */
export function isInArch(x: number, y: number, grown = 0): boolean {
  const { niche, width, wallHeight } = HALL;
  const across = Math.abs(x - width / 2) / (niche.halfWidth + grown);
  const above = Math.max(0, wallHeight - niche.floor - y) / (niche.height + grown);
  return y < wallHeight - niche.floor && across ** (2 / 0.55) + above ** (2 / 0.75) < 1;
}

/** Points evenly along the arch, from the right foot over the top to the left one. */
function archPoints(grown: number, peak: number, count = 120): Point[] {
  const { niche, width, wallHeight } = HALL;
  const foot = wallHeight - niche.floor;
  const fine = Array.from({ length: 1601 }, (_, i): Point => {
    const angle = (i / 1600) * Math.PI;
    const across = Math.cos(angle);
    const x = width / 2 + Math.sign(across) * Math.abs(across) ** 0.55 * (niche.halfWidth + grown);
    const tip = peak * Math.exp(-(((x - width / 2) / 0.35) ** 2));
    return [x, foot - Math.sin(angle) ** 0.75 * (niche.height + grown) - tip];
  });
  const gone = [0];
  for (let i = 1; i < fine.length; i++) {
    gone.push(gone[i - 1]! + Math.hypot(fine[i]![0] - fine[i - 1]![0], fine[i]![1] - fine[i - 1]![1]));
  }
  let i = 0;
  return Array.from({ length: count + 1 }, (_, k): Point => {
    while (i < 1600 && gone[i]! < (k / count) * gone[1600]!) i++;
    return fine[i]!;
  });
}

function archPath(grown: number, peak = 0) {
  const points = archPoints(grown, peak);
  const foot = HALL.wallHeight - HALL.niche.floor;
  return polygon([[points[0]![0], foot], ...points, [points[points.length - 1]![0], foot]]);
}

/** The lintel: a band of flames round the niche that rises to a point, hemmed with gold and pearls. */
export function drawArch(painter: Painter): void {
  painter.clip(rectangle(0, 0.12, HALL.width, HALL.wallHeight));
  painter.shape(archPath(0.24, 0.13), 'malachite', { lineWidth: 0.01, shade: 'ink', shadeWidth: 0.04 });
  painter.shape(archPath(0.222, 0.12), 'ochreRed', { lineWidth: 0.006, shade: 'cinnabar', shadeWidth: 0.06 });
  const middle = archPoints(0.125, 0.03, 88);
  const pigments: Pigment[] = ['malachite', 'azurite', 'white', 'cinnabar'];
  for (let i = 2; i < 87; i++) {
    const before = middle[i - 1]!;
    const after = middle[i + 1]!;
    const [x, y] = middle[i]!;
    const angle = Math.atan2(after[1] - before[1], after[0] - before[0]);
    // All tongues blow towards the tip.
    painter.push(x, y, 0.15 * painter.random.between(0.9, 1.1), angle + Math.PI, i < 44);
    const tongue = blob([[0, 0.5], [-0.35, 0.15], [-0.15, -0.2], [-0.34, -0.68], [0.1, -0.3], [0.34, -0.02], [0.24, 0.32]]); // prettier-ignore
    const pigment = inTurn(pigments, i);
    painter.shape(tongue, pigment, { lineWidth: 0.03, shade: pigment === 'white' ? 'cinnabar' : 'ink', shadeWidth: 0.12, shadeAlpha: 0.3 }); // prettier-ignore
    painter.fill(blob([[0, 0.3], [-0.14, 0.1], [0, -0.2], [0.14, 0.05]]), pigment === 'white' ? 'azuriteLight' : 'white', 0.85); // prettier-ignore
    painter.pop();
  }
  painter.shape(archPath(0.05), 'gold', { lineWidth: 0.008 });
  painter.shape(archPath(0.035), 'azurite', { lineWidth: 0.006 });
  archPoints(0.018, 0).forEach(([x, y], i) => {
    if (i % 120 !== 0) painter.shape(ellipse(x, y, 0.012), 'white', { lineWidth: 0.003 });
  });
  painter.shape(archPath(0), 'ochreRed', { lineWidth: 0.01 });
  painter.pop();
}
