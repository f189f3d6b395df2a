/** Small earthen stupas on the far bank and the lit windows of a farm: that someone lives here, and lived here. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import { EYE_ABOVE_VALLEY } from '#demo/site/vista/valley.ts';

interface Stupa {
  readonly azimuth: number;
  readonly distance: number;
  readonly height: number;
}

const STUPAS: readonly Stupa[] = [
  { azimuth: 166.4, distance: 255, height: 8.5 },
  { azimuth: 168.9, distance: 262, height: 6 },
  { azimuth: 164.6, distance: 270, height: 5 },
  { azimuth: 221, distance: 300, height: 9 },
  { azimuth: 132, distance: 330, height: 7 },
];
const WINDOWS: readonly (readonly [azimuth: number, pitch: number])[] = [
  [189.2, -1.32],
  [189.45, -1.31],
  [190.3, -1.2],
  [151.7, -1.05],
];
const DEGREES = 180 / Math.PI;

export function drawStupas(context: SKRSContext2D, from: number, to: number, isDrawing: boolean): void {
  for (const { azimuth, distance, height } of STUPAS) {
    if (azimuth < from - 2 || azimuth > to + 2) continue;
    context.save();
    context.translate(azimuth, (EYE_ABOVE_VALLEY / distance) * DEGREES);
    context.scale((height / distance) * DEGREES, (height / distance) * DEGREES);
    drawStupa(context, isDrawing);
    context.restore();
  }
  if (!isDrawing) drawWindows(context, from, to);
}

/** One unit high, foot at the origin: stepped base, bell-shaped body, rings and a finial. */
function drawStupa(context: SKRSContext2D, isDrawing: boolean): void {
  const half: readonly (readonly [number, number])[] = [
    [0.36, 0],
    [0.36, 0.1],
    [0.3, 0.1],
    [0.3, 0.2],
    [0.24, 0.2],
    [0.27, 0.34],
    [0.25, 0.48],
    [0.16, 0.58],
    [0.08, 0.61],
    [0.08, 0.66],
    [0.05, 0.68],
    [0.04, 0.88],
    [0.015, 0.9],
    [0, 1],
  ];
  context.beginPath();
  for (const [x, y] of half) context.lineTo(x, -y);
  for (const [x, y] of [...half].reverse()) context.lineTo(-x, -y);
  context.closePath();
  if (isDrawing) {
    context.fillStyle = '#f0e7d3';
    context.fill();
    context.strokeStyle = '#2e241e';
    context.lineWidth = 0.025;
    context.stroke();
    return;
  }
  const light = context.createLinearGradient(-0.3, 0, 0.32, 0);
  light.addColorStop(0, '#857a82');
  light.addColorStop(0.35, '#b3a2a0');
  light.addColorStop(1, '#6b657a');
  context.fillStyle = light;
  context.fill();
}

function drawWindows(context: SKRSContext2D, from: number, to: number): void {
  for (const [azimuth, pitch] of WINDOWS) {
    if (azimuth < from - 1 || azimuth > to + 1) continue;
    const glow = context.createRadialGradient(azimuth, -pitch, 0, azimuth, -pitch, 0.3);
    glow.addColorStop(0, 'rgba(255,190,110,0.5)');
    glow.addColorStop(1, 'rgba(255,170,90,0)');
    context.fillStyle = glow;
    context.fillRect(azimuth - 0.3, -pitch - 0.3, 0.6, 0.6);
    context.fillStyle = '#ffd79a';
    context.fillRect(azimuth - 0.02, -pitch - 0.03, 0.04, 0.05);
  }
}
