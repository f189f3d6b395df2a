/** Palace and reliquary tower of the stories: timber halls with high tiled roofs, seen from the front. */
import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse, polygon, rectangle } from '#demo/paint/paths.ts';

/** A hall `width` × `height` with the middle of its foot at (x, y); `inside` draws who sits in it, floor at y = 0. */
export function drawHall(
  painter: Painter,
  x: number,
  y: number,
  width: number,
  height: number,
  inside: (painter: Painter) => void,
): void {
  const w = width / 2;
  painter.push(x, y, 1);
  painter.shape(rectangle(-w * 1.08, -height * 0.07, w * 2.16, height * 0.07), 'white', { lineWidth: 0.005 });
  for (let i = 0; i < 10; i++)
    painter.fill(ellipse(-w + (i + 0.5) * width * 0.1, -height * 0.035, height * 0.018), 'cinnabar');
  const room = rectangle(-w, -height * 0.72, width, height * 0.65);
  painter.shape(room, 'azuriteLight', { lineWidth: 0.005, shade: 'ink', shadeWidth: height * 0.1 });
  painter.push(0, -height * 0.07, 1);
  inside(painter);
  painter.pop();
  for (const k of [-1, 1]) {
    for (const place of [1, 0.12]) {
      if (place < 1 && k > 0) continue;
      if (place < 1) continue;
      const column = rectangle(k * w * place - width * 0.03, -height * 0.72, width * 0.06, height * 0.65);
      painter.shape(column, 'cinnabar', { lineWidth: 0.005, shade: 'ink', shadeWidth: width * 0.02 });
    }
    painter.shape(
      blob([[k * w * 0.94, -height * 0.72], [k * w * 0.2, -height * 0.72], [k * w * 0.45, -height * 0.6], [k * w * 0.82, -height * 0.5], [k * w * 0.94, -height * 0.36]]), // prettier-ignore
      'malachite',
      { lineWidth: 0.005, shade: 'ink', shadeWidth: 0.02 },
    );
  }
  painter.shape(rectangle(-w * 1.1, -height * 0.77, w * 2.2, height * 0.05), 'ochre', { lineWidth: 0.005 });
  drawRoof(painter, w * 1.38, -height * 0.76, height * 0.26);
  painter.pop();
}

/** A tiled roof; (0, y) is the middle of its eaves. */
export function drawRoof(painter: Painter, half: number, y: number, height: number): void {
  const roof = blob([[-half, y], [-half * 0.72, y - height * 0.3], [-half * 0.56, y - height * 0.85], [half * 0.56, y - height * 0.85], [half * 0.72, y - height * 0.3], [half, y], [0, y - height * 0.05]], true, 0.5); // prettier-ignore
  painter.shape(roof, 'azurite', { lineWidth: 0.006, shade: 'ink', shadeWidth: height * 0.2 });
  painter.clip(roof);
  for (let i = -9; i <= 9; i++) {
    painter.line(curve([[i * half * 0.06, y - height * 0.85], [i * half * 0.078, y - height * 0.35], [i * half * 0.112, y]]), 0.006, i % 2 ? 'ink' : 'white', 0.6); // prettier-ignore
  }
  painter.pop();
  painter.shape(rectangle(-half * 0.58, y - height * 0.97, half * 1.16, height * 0.14), 'black', { lineWidth: 0.005 });
  for (const k of [-1, 1]) {
    painter.shape(blob([[k * half * 0.52, y - height * 0.84], [k * half * 0.66, y - height * 0.95], [k * half * 0.6, y - height * 1.3], [k * half * 0.5, y - height * 1.1]]), 'black', { lineWidth: 0.005 }); // prettier-ignore
  }
}

/** A reliquary tower, foot at (x, y). */
export function drawStupa(painter: Painter, x: number, y: number, height: number): void {
  painter.push(x, y, height);
  for (const [w, low, tall, pigment] of [
    [0.5, 0, 0.08, 'white'],
    [0.42, 0.08, 0.1, 'ochre'],
    [0.34, 0.18, 0.2, 'white'],
  ] as const) {
    painter.shape(rectangle(-w / 2, -low - tall, w, tall), pigment, {
      lineWidth: 0.012,
      shade: 'brown',
      shadeWidth: 0.03,
    });
  }
  painter.shape(blob([[-0.06, -0.18], [-0.07, -0.3], [0, -0.36], [0.07, -0.3], [0.06, -0.18]]), 'black', { lineWidth: 0.01 }); // prettier-ignore
  painter.shape(blob([[-0.2, -0.38], [-0.19, -0.52], [0, -0.6], [0.19, -0.52], [0.2, -0.38]]), 'malachite', { lineWidth: 0.012, shade: 'ink', shadeWidth: 0.04 }); // prettier-ignore
  for (let i = 0; i < 5; i++) painter.shape(ellipse(0, -0.64 - i * 0.055, 0.11 - i * 0.018, 0.022), i % 2 ? 'white' : 'cinnabar', { lineWidth: 0.009 }); // prettier-ignore
  painter.shape(polygon([[-0.02, -0.88], [0, -1], [0.02, -0.88]]), 'ochre', { lineWidth: 0.008 }); // prettier-ignore
  for (const k of [-1, 1]) painter.brush([[0, -0.86], [k * 0.16, -0.82], [k * 0.22, -0.66], [k * 0.32, -0.6]], 0.03, 'white', 0.95, 12); // prettier-ignore
  painter.pop();
}
