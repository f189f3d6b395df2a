import type { Locale } from '#i18n/locale.ts';
import { translate } from '#i18n/translate.ts';
import './debug.css';

const EVERY_MS = 500;
/** Frames that the times are taken over. */
const FRAMES = 120;

/**
 * The overlay of `?debug`: everything that `stats` tells, under the names of its fields, and the time between frames.
 * Watching the frames keeps the browser awake, but asks for no drawing. The function it returns takes it away.
 */
export function mountDebug(root: HTMLElement, stats: () => object, locale: Locale): () => void {
  const overlay = document.createElement('aside');
  overlay.className = 'debug';
  overlay.setAttribute('aria-label', translate(locale, 'debug.heading'));
  const table = document.createElement('pre');
  overlay.append(table);
  root.append(overlay);

  const times: number[] = [];
  let last = 0;
  let frame = requestAnimationFrame(function measure(now) {
    if (last > 0) times.push(now - last);
    if (times.length > FRAMES) times.shift();
    last = now;
    frame = requestAnimationFrame(measure);
  });
  const timer = setInterval(() => {
    const sorted = times.toSorted((a, b) => a - b);
    const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
    const lines = [`${translate(locale, 'debug.frames')} ${at(0.5)} ${at(0.95)}`, ...listFigures(stats(), locale)];
    table.textContent = lines.join('\n');
  }, EVERY_MS);
  return () => {
    cancelAnimationFrame(frame);
    clearInterval(timer);
    overlay.remove();
  };
}

/** One line for each figure, nested ones indented beneath their name. */
function listFigures(stats: object, locale: Locale, indent = ''): string[] {
  return Object.entries(stats).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'object' && value !== null)
      return [indent + name, ...listFigures(value, locale, `${indent}  `)];
    const text = typeof value === 'number' ? locale.numbers.format(value) : String(value);
    return [`${indent}${name} ${text}`];
  });
}
