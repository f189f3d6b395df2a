import type { ChoiceBlock, ChoiceOption, PanelButton, PlaceEntry } from '../model.ts';
import type { PanelAction } from '../action.ts';
import type { Measure } from '../type/typeStyle.ts';
import type { Box, Control, Ink, Strip } from './ink.ts';
import { GROUP_GAP, HAIRLINE, PARAGRAPH_GAP, TARGET, TARGET_GAP } from './measures.ts';
import { inkLines, layParagraph, typeset } from './text.ts';

const PADDING = 0.016;
const DOT = 0.0085;
/** From the edge of an option to its words. */
const OPTION_INDENT = 0.042;

export function controlOf(action: PanelAction, box: Box): Control {
  return { kind: 'press', id: JSON.stringify(action), box, action };
}

/** Buttons side by side in rows as high as the highest of them. */
export function layButtons(buttons: readonly PanelButton[], columns: 1 | 2, width: number, measure: Measure): Strip[] {
  const each = (width - (columns - 1) * TARGET_GAP) / columns;
  const rows: Strip[] = [];
  for (let first = 0; first < buttons.length; first += columns) {
    const row = buttons.slice(first, first + columns);
    const sets = row.map(({ label }) => typeset(label, { role: 'strong', width: each - 2 * PADDING }, measure));
    const height = Math.max(TARGET, ...sets.map((set) => set.height + 2 * PADDING));
    const boxes = row.map((_, index) => ({ x: index * (each + TARGET_GAP), y: 0, width: each, height }));
    rows.push({
      gap: rows.length === 0 ? GROUP_GAP : TARGET_GAP,
      height,
      inks: row.flatMap(({ isMain = false }, index) => {
        const [box, set] = [boxes[index], sets[index]];
        if (!box || !set) return [];
        const ground: Ink = {
          kind: 'box',
          ...box,
          radius: 0.004,
          fill: isMain ? 'ochre' : null,
          stroke: isMain ? null : 'hairline',
        };
        const at = { x: box.x + each / 2, y: (height - set.height) / 2, align: 'middle' } as const;
        return [ground, ...inkLines(set, { ...at, colour: isMain ? 'ground' : 'plaster' })];
      }),
      controls: row.flatMap(({ action }, index) => (boxes[index] ? [controlOf(action, boxes[index])] : [])),
    });
  }
  return rows;
}

/** Options beside each other as long as they fit, or each in its row with its note below. */
export function layChoice({ legend, isRow, options }: ChoiceBlock, width: number, measure: Measure): Strip[] {
  const heading = legend
    ? layParagraph(legend, { role: 'small', width, gap: GROUP_GAP, colour: 'dim', isLeading: true }, measure)
    : [];
  const rows = isRow
    ? layInRows(options, width, measure)
    : options.flatMap((option) => layOption(option, width, measure));
  const gap = heading.length > 0 ? 0.004 : GROUP_GAP;
  return [...heading, ...rows.map((row, index) => (index === 0 ? { ...row, gap } : row))];
}

function layInRows(options: readonly ChoiceOption[], width: number, measure: Measure): Strip[] {
  const rows: { inks: Ink[]; controls: Control[]; height: number }[] = [];
  let x = Infinity;
  for (const option of options) {
    const set = typeset(option.label, { role: 'body', width: width - OPTION_INDENT - PADDING }, measure);
    const own = Math.max(TARGET, OPTION_INDENT + set.width + PADDING);
    if (x + own > width) {
      rows.push({ inks: [], controls: [], height: TARGET });
      x = 0;
    }
    const row = rows.at(-1);
    if (!row) continue;
    const height = Math.max(TARGET, set.height + PADDING);
    row.height = Math.max(row.height, height);
    row.inks.push(
      ...inkDot(x + 0.012 + DOT, height / 2, option.isChosen),
      ...inkLines(set, { x: x + OPTION_INDENT, y: (height - set.height) / 2, colour: 'plaster' }),
    );
    row.controls.push(controlOf(option.action, { x, y: 0, width: own, height }));
    x += own + TARGET_GAP;
  }
  return rows.map((row) => ({ gap: TARGET_GAP, ...row }));
}

function layOption(option: ChoiceOption, width: number, measure: Measure): Strip[] {
  const { label, note, isChosen, action, speaking = null } = option;
  const own = speaking ? width - TARGET - TARGET_GAP : width;
  const set = typeset(label, { role: 'body', width: own - OPTION_INDENT - PADDING }, measure);
  const height = Math.max(TARGET, set.height + PADDING);
  const inks: Ink[] = [
    { kind: 'line', points: [0, 0, width, 0], width: HAIRLINE, colour: 'hairline' },
    ...inkDot(0.012 + DOT, height / 2, isChosen),
    ...inkLines(set, { x: OPTION_INDENT, y: (height - set.height) / 2, colour: 'plaster' }),
  ];
  const controls = [controlOf(action, { x: 0, y: 0, width: own, height })];
  if (speaking) {
    const box = { x: own + TARGET_GAP, y: (height - TARGET) / 2, width: TARGET, height: TARGET };
    inks.push(...inkSpeaker(box.x + TARGET / 2, height / 2));
    controls.push(controlOf(speaking, box));
  }
  const notes = note
    ? layParagraph(
        note,
        { role: 'small', width: width - OPTION_INDENT, x: OPTION_INDENT, gap: 0, colour: 'dim' },
        measure,
      )
    : [];
  const last = notes.at(-1);
  if (last) notes[notes.length - 1] = { ...last, height: last.height + 0.012 };
  return [{ gap: 0, height, inks, controls, isLeading: notes.length > 0 }, ...notes];
}

/** Places as lines of a list, each with what is said of it. */
export function layPlaces(places: readonly PlaceEntry[], width: number, measure: Measure): Strip[] {
  return places.map(({ label, summary, here, action }, index) => {
    const room = width - OPTION_INDENT - PADDING;
    const name = typeset(label, { role: 'name', width: room }, measure);
    const notes = [here, summary].filter((note) => note !== null);
    const sets = notes.map((note) => typeset(note, { role: 'small', width: room }, measure));
    const height = Math.max(TARGET, name.height + sets.reduce((sum, set) => sum + set.height, 0) + 2 * PADDING);
    const inks: Ink[] = [{ kind: 'line', points: [0, 0, width, 0], width: HAIRLINE, colour: 'hairline' }];
    if (here) {
      const middle = PADDING + name.style.lineHeight / 2;
      inks.push({ kind: 'disc', x: 0.012 + DOT, y: middle, radius: DOT, fill: 'ochre', stroke: null });
    }
    let y = sets.length === 0 ? (height - name.height) / 2 : PADDING;
    inks.push(...inkLines(name, { x: OPTION_INDENT, y, colour: 'plaster' }));
    y += name.height;
    for (const [at, set] of sets.entries()) {
      const colour = here !== null && at === 0 ? 'ochre' : 'dim';
      inks.push(...inkLines(set, { x: OPTION_INDENT, y, colour }));
      y += set.height;
    }
    const controls = [controlOf(action, { x: 0, y: 0, width, height })];
    return { gap: index === 0 ? PARAGRAPH_GAP : 0, height, inks, controls };
  });
}

function inkDot(x: number, y: number, isChosen: boolean): Ink[] {
  const ring: Ink = { kind: 'disc', x, y, radius: DOT, fill: null, stroke: isChosen ? 'ochre' : 'dim' };
  return isChosen ? [ring, { kind: 'disc', x, y, radius: DOT * 0.55, fill: 'ochre', stroke: null }] : [ring];
}

function inkSpeaker(x: number, y: number): Ink[] {
  const body = [-14, -5, -8, -5, -1, -12, -1, 12, -8, 5, -14, 5].map(
    (value, index) => value / 1_000 + (index % 2 === 0 ? x : y),
  );
  const wave = (radius: number): Ink => ({
    kind: 'line',
    points: Array.from({ length: 7 }, (_, index) => (index / 3 - 1) * 0.9).flatMap((angle) => [
      x + 0.001 + radius * Math.cos(angle),
      y + radius * Math.sin(angle),
    ]),
    width: 0.0024,
    colour: 'plaster',
  });
  return [{ kind: 'shape', points: body, fill: 'plaster', strength: 1 }, wave(0.007), wave(0.013)];
}
