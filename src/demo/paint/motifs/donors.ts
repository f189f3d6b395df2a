import type { Painter } from '#demo/paint/painter.ts';
import { rectangle } from '#demo/paint/paths.ts';
import { cartouche } from '#demo/paint/motifs/cartouche.ts';
import { donor, type DonorDress, type DonorPose } from '#demo/paint/motifs/donor.ts';
import { flower } from '#demo/paint/motifs/flower.ts';

/**
 * Two processions that come towards `centre` (x on the painting): men from the left, ladies from the right, each led by
 * a monk with a censer and followed by servants; without a centre all walk to the left. Hats, hair, dress, build and what
 * they carry change from figure to figure.
 */
export function donors(
  painter: Painter,
  left: number,
  top: number,
  width: number,
  height: number,
  centre: number | null = null,
): void {
  const { random } = painter;
  const field = rectangle(left, top, width, height);
  painter.fill(field, 'ground');
  painter.shade(field, 'ochre', 0.08, 0.3);
  const count = Math.floor(width / (height * 0.37));
  const step = width / count;
  for (let i = 0; i < count * 2; i++) {
    flower(painter, left + random() * width, top + random.between(0.03, 0.3) * height, height * 0.022, random.pick(['cinnabar', 'malachiteLight']), 'white', 5); // prettier-ignore
  }
  if (centre !== null) dedication(painter, centre, top + height * 0.1, height * 0.62, height * 0.78);
  let dressBefore: DonorDress | undefined;
  let scheme = Math.floor(random() * 6);
  let poseBefore: DonorPose | undefined;
  for (let i = 0; i < count; i++) {
    const x = left + (i + 0.5) * step;
    if (centre !== null && Math.abs(x - centre) < height * 0.45) continue;
    const walksLeft = centre === null || x > centre;
    const isLady = centre === null ? i > count / 2 : x > centre;
    const rank = centre === null ? i % 7 : Math.floor((Math.abs(x - centre) - height * 0.45) / step);
    const dress = chooseDress(rank, isLady, random(), dressBefore);
    const poses: DonorPose[] = ['lotus', 'sleeves', 'censer', 'prayer', 'tray', 'lotus'];
    const pose =
      rank === 0
        ? 'censer'
        : rank > 4 && dress === 'rider'
          ? 'banner'
          : random.pick(poses.filter((p) => p !== poseBefore));
    scheme += 1 + Math.floor(random() * 2);
    const slip = x + (walksLeft ? -1 : 1) * step * 0.42 - height * 0.02;
    cartouche(
      painter,
      slip,
      top + height * 0.06,
      height * 0.055,
      height * random.between(0.3, 0.38),
      i % 2 ? 'ochre' : 'malachiteLight',
    );
    painter.lightness = random.between(-0.05, 0.05);
    const tall = dress === 'child' ? random.between(0.5, 0.58) : random.between(0.78, 0.86);
    painter.push(
      x + random.between(-0.03, 0.03) * step,
      top + height * random.between(0.95, 0.97),
      height * tall,
      0,
      !walksLeft,
    );
    donor(painter, { dress, pose, scheme });
    painter.pop();
    painter.lightness = 0;
    dressBefore = dress;
    poseBefore = pose;
  }
}

/** The panel in the middle, in which a dedication would stand; its columns carry marks only, no characters. */
function dedication(painter: Painter, centre: number, top: number, width: number, height: number): void {
  const panel = rectangle(centre - width / 2, top, width, height);
  painter.shape(panel, 'malachiteLight', {
    lineWidth: height * 0.02,
    line: 'ochreRed',
    shade: 'malachite',
    shadeWidth: height * 0.08,
  });
  const columns = 8;
  for (let i = 0; i < columns; i++) {
    cartouche(painter, centre + ((i + 0.5) / columns - 0.5) * width * 0.92 - width * 0.045, top + height * 0.06, width * 0.09, height * 0.88, 'malachiteLight'); // prettier-ignore
  }
}

function chooseDress(rank: number, isLady: boolean, chance: number, before: DonorDress | undefined): DonorDress {
  if (rank === 0) return 'monk';
  if (chance < 0.12 && before !== 'child' && rank > 1) return 'child';
  if (isLady) return 'lady';
  return rank > 4 && chance > 0.55 ? 'rider' : 'lord';
}
