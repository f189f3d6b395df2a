import type { PanelModel } from '../model.ts';
import type { Measure } from '../type/typeStyle.ts';
import { controlOf } from './buttons.ts';
import { type Box, type Control, type Ink, moveControl, moveInk, type PanelPage, type Strip } from './ink.ts';
import { layBlock } from './layBlock.ts';
import { CONTENT_WIDTH, HAIRLINE, MARGIN, MOST_HEIGHT, PANEL_WIDTH, PARAGRAPH_GAP, TARGET } from './measures.ts';
import { mirrorControl, mirrorInk, mirrorStrip } from './mirror.ts';
import { inkLines, typeset } from './text.ts';

/** From the upper edge to the title. */
const HEAD_TOP = 0.03;
const HEAD_GAP = 0.018;
/** More lines than this are no title: they are set as the beginning of the text. */
const MOST_TITLE_LINES = 3;
/** The handle in the middle of the upper edge. */
const HANDLE = 0.12;

interface Head {
  readonly inks: readonly Ink[];
  readonly controls: readonly Control[];
  readonly height: number;
  /** What did not fit into it. */
  readonly rest: readonly Strip[];
}

/**
 * The pages of a panel, one at least: nothing is cut, what is too long for one goes on in the next. A single page is as
 * high as what it holds, several are alike. @param direction Of the interface: what is read from the right begins there.
 */
export function layPanel(model: PanelModel, measure: Measure, direction: 'ltr' | 'rtl' = 'ltr'): PanelPage[] {
  const head = layHead(model, measure);
  const roomFor = (foot: number): number => MOST_HEIGHT - head.height - foot;
  const footHeight = TARGET + PARAGRAPH_GAP + 0.012;
  const strips = (pageHeight: number): Strip[] => [
    ...head.rest,
    ...model.blocks.flatMap((block) => layBlock(block, CONTENT_WIDTH, pageHeight, measure)),
  ];
  const whole = strips(roomFor(MARGIN));
  const height = heightOf(whole);
  if (height <= roomFor(MARGIN)) return [drawPage(head, whole, head.height + height + MARGIN, [], [], direction)];
  const groups = part(strips(roomFor(footHeight)), roomFor(footHeight));
  return groups.map((group, index) => {
    const { inks, controls } = layFoot(index, groups.length, measure);
    return drawPage(head, group, MOST_HEIGHT, inks, controls, direction);
  });
}

function layHead({ title, closing }: PanelModel, measure: Measure): Head {
  const width = closing ? CONTENT_WIDTH - TARGET : CONTENT_WIDTH;
  const set = typeset(title, { role: 'title', width, isEven: true }, measure);
  const isTitle = set.lines.length <= MOST_TITLE_LINES;
  const heading = { kind: 'heading', text: title } as const;
  const rest = isTitle ? [] : layBlock(heading, CONTENT_WIDTH, MOST_HEIGHT, measure);
  const words = isTitle ? set : { ...set, lines: [], height: 0 };
  const height = Math.max(HEAD_TOP + words.height, TARGET + 0.006) + HEAD_GAP;
  const middle = PANEL_WIDTH / 2;
  const top = (HEAD_TOP + height - words.height) / 2 - HEAD_GAP / 4;
  const inks: Ink[] = [
    { kind: 'line', points: [middle - HANDLE / 2, 0.008, middle + HANDLE / 2, 0.008], width: 0.004, colour: 'ochre' },
    ...inkLines(words, { x: MARGIN, y: top, colour: 'plaster' }),
  ];
  // In line with the title.
  const cornerY = Math.max(0.012, top + set.style.lineHeight / 2 - TARGET / 2);
  const corner: Box = { x: PANEL_WIDTH - TARGET - 0.014, y: cornerY, width: TARGET, height: TARGET };
  const gripWidth = closing ? corner.x : PANEL_WIDTH;
  const controls: Control[] = [
    { kind: 'grip', id: 'grip', box: { x: 0, y: 0, width: gripWidth, height: Math.max(height, TARGET) } },
  ];
  if (closing) {
    inks.push(...inkCross(corner));
    controls.push({ ...controlOf(closing, corner), id: 'closing' });
  }
  return { inks, controls, height, rest };
}

function layFoot(index: number, count: number, measure: Measure): { inks: Ink[]; controls: Control[] } {
  const y = MOST_HEIGHT - TARGET - 0.012;
  const right = PANEL_WIDTH - MARGIN;
  const next: Box = { x: right - TARGET, y, width: TARGET, height: TARGET };
  const previous: Box = { ...next, x: right - 2 * TARGET - 0.11 };
  const set = typeset({ text: `${index + 1} / ${count}`, language: 'und' }, { role: 'body', width: 0.11 }, measure);
  const place = { x: (previous.x + TARGET + next.x) / 2, y: y + (TARGET - set.height) / 2, align: 'middle' } as const;
  const inks = [
    ...inkLines(set, { ...place, colour: 'dim' }),
    inkArrow(previous, -1, index > 0),
    inkArrow(next, 1, index < count - 1),
    { kind: 'line', points: [MARGIN, y - 0.006, right, y - 0.006], width: HAIRLINE, colour: 'hairline' } as const,
  ];
  const controls: Control[] = [];
  if (index > 0) controls.push({ ...controlOf({ kind: 'turnPage', by: -1 }, previous), id: 'previous' });
  if (index < count - 1) controls.push({ ...controlOf({ kind: 'turnPage', by: 1 }, next), id: 'next' });
  return { inks, controls };
}

function drawPage(
  head: Head,
  strips: readonly Strip[],
  height: number,
  footInks: readonly Ink[],
  footControls: readonly Control[],
  direction: 'ltr' | 'rtl',
): PanelPage {
  const isMirrored = direction === 'rtl';
  const turnInk = (ink: Ink): Ink => (isMirrored ? mirrorInk(ink, PANEL_WIDTH) : ink);
  const turnControl = (control: Control): Control => (isMirrored ? mirrorControl(control, PANEL_WIDTH) : control);
  const inks = head.inks.map(turnInk);
  const controls = head.controls.map(turnControl);
  let y = head.height;
  for (const [index, laid] of strips.entries()) {
    const strip = isMirrored ? mirrorStrip(laid, CONTENT_WIDTH) : laid;
    y += index === 0 ? 0 : strip.gap;
    const top = y;
    inks.push(...strip.inks.map((ink) => moveInk(ink, MARGIN, top)));
    controls.push(...strip.controls.map((control) => moveControl(control, MARGIN, top)));
    y += strip.height;
  }
  return {
    width: PANEL_WIDTH,
    height,
    inks: [...inks, ...footInks.map(turnInk)],
    controls: [...controls, ...footControls.map(turnControl)],
  };
}

/** Parts strips into pages; a heading goes along with what it leads. */
function part(strips: readonly Strip[], pageHeight: number): Strip[][] {
  const pages: Strip[][] = [];
  let page: Strip[] = [];
  let height = 0;
  for (let from = 0; from < strips.length;) {
    let to = from;
    while (to < strips.length - 1 && strips[to]?.isLeading) to++;
    const run = strips.slice(from, to + 1);
    const added = heightOf(run) + (page.length > 0 ? (run[0]?.gap ?? 0) : 0);
    if (page.length > 0 && height + added > pageHeight) {
      pages.push(page);
      page = [];
      height = 0;
      continue;
    }
    // A run that no page can hold is parted after all.
    const kept = heightOf(run) > pageHeight ? run.slice(0, 1) : run;
    height += heightOf(kept) + (page.length > 0 ? (kept[0]?.gap ?? 0) : 0);
    page.push(...kept);
    from += kept.length;
  }
  if (page.length > 0) pages.push(page);
  return pages;
}

function heightOf(strips: readonly Strip[]): number {
  return strips.reduce((sum, { gap, height }, index) => sum + height + (index === 0 ? 0 : gap), 0);
}

function inkCross({ x, y, width, height }: Box): Ink[] {
  const [middleX, middleY, arm] = [x + width / 2, y + height / 2, 0.011];
  return [-1, 1].map((side) => ({
    kind: 'line',
    points: [middleX - arm, middleY - side * arm, middleX + arm, middleY + side * arm],
    width: 0.0026,
    colour: 'plaster',
  }));
}

function inkArrow({ x, y, width, height }: Box, way: 1 | -1, isOn: boolean): Ink {
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  const points = [
    middleX - way * 0.005,
    middleY - 0.012,
    middleX + way * 0.007,
    middleY,
    middleX - way * 0.005,
    middleY + 0.012,
  ];
  return { kind: 'line', points, width: 0.003, colour: isOn ? 'plaster' : 'hairline' };
}
