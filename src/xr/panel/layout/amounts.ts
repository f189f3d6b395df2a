import { clamp } from '#shared/clamp.ts';
import type { PickedText } from '#i18n/pickText.ts';
import type { PanelAction } from '../action.ts';
import type { SliderBlock } from '../model.ts';
import type { Measure } from '../type/typeStyle.ts';
import { controlOf } from './buttons.ts';
import type { Box, Ink, SlideTrack, Strip } from './ink.ts';
import { GROUP_GAP, HAIRLINE, TARGET, TARGET_GAP } from './measures.ts';
import { inkLines, typeset } from './text.ts';

const KNOB = 0.012;
const SWITCH = { width: 0.058, height: 0.03 };
/** Between a label and what stands at the other end of its line. */
const APART = 0.02;

/** A label with a switch at the end of its line; the whole line turns it. */
export function laySwitch(
  { label, isOn, action }: { readonly label: PickedText; readonly isOn: boolean; readonly action: PanelAction },
  width: number,
  measure: Measure,
): Strip[] {
  const set = typeset(label, { role: 'body', width: width - SWITCH.width - APART }, measure);
  const height = Math.max(TARGET, set.height + 0.02);
  const box = { x: width - SWITCH.width, y: (height - SWITCH.height) / 2, ...SWITCH };
  const radius = SWITCH.height / 2;
  const inks: Ink[] = [
    ...inkLines(set, { x: 0, y: (height - set.height) / 2, colour: 'plaster' }),
    { kind: 'box', ...box, radius, fill: isOn ? 'ochre' : null, stroke: isOn ? 'ochre' : 'dim' },
    {
      kind: 'disc',
      x: isOn ? box.x + box.width - radius : box.x + radius,
      y: height / 2,
      radius: radius - 0.005,
      fill: isOn ? 'ground' : 'dim',
      stroke: null,
    },
  ];
  return [{ gap: 0.01, height, inks, controls: [controlOf(action, { x: 0, y: 0, width, height })] }];
}

/** Label and value above, below them the track between a button for less and one for more. */
export function laySlider(slider: SliderBlock, width: number, measure: Measure): Strip[] {
  const { label, valueText, setting, value, min, max, step } = slider;
  const valueSet = typeset(valueText, { role: 'body', width: width * 0.55 }, measure);
  const labelSet = typeset(label, { role: 'body', width: width - valueSet.width - APART }, measure);
  const top = Math.max(labelSet.height, valueSet.height) + 0.006;
  const middle = top + TARGET / 2;
  const track: Box = { x: TARGET + TARGET_GAP, y: top, width: width - 2 * (TARGET + TARGET_GAP), height: TARGET };
  const [fromX, toX] = [track.x + KNOB, track.x + track.width - KNOB];
  const at = fromX + (toX - fromX) * shareOf(value, min, max);
  const less = { x: 0, y: top, width: TARGET, height: TARGET };
  const more = { ...less, x: width - TARGET };
  const inks: Ink[] = [
    ...inkLines(labelSet, { x: 0, y: 0, colour: 'plaster' }),
    ...inkLines(valueSet, { x: width, y: 0, colour: 'dim', align: 'right' }),
    ...[less, more].map((box): Ink => ({ kind: 'box', ...box, radius: 0.004, fill: null, stroke: 'hairline' })),
    inkStroke([less.x + TARGET / 2 - 0.01, middle, less.x + TARGET / 2 + 0.01, middle]),
    inkStroke([more.x + TARGET / 2 - 0.01, middle, more.x + TARGET / 2 + 0.01, middle]),
    inkStroke([more.x + TARGET / 2, middle - 0.01, more.x + TARGET / 2, middle + 0.01]),
    { kind: 'line', points: [fromX, middle, toX, middle], width: 2 * HAIRLINE, colour: 'hairline' },
    { kind: 'line', points: [fromX, middle, at, middle], width: 2 * HAIRLINE, colour: 'ochre' },
    { kind: 'disc', x: at, y: middle, radius: KNOB, fill: 'ochre', stroke: null },
  ];
  const stepTo = (by: number): PanelAction => ({ kind: 'slide', setting, value: clamp(value + by, min, max) });
  return [
    {
      gap: GROUP_GAP,
      height: top + TARGET,
      isSpatial: setting === 'curtain',
      inks,
      controls: [
        { ...controlOf(stepTo(-step), less), id: `less ${setting}` },
        { kind: 'slide', id: `slide ${setting}`, box: track, setting, min, max, step, fromX, toX },
        { ...controlOf(stepTo(step), more), id: `more ${setting}` },
      ],
    },
  ];
}

/** The value of a track under a point of the panel: one of its steps. */
export function valueAt({ fromX, toX, min, max, step }: SlideTrack, x: number): number {
  const share = Math.min(1, Math.max(0, (x - fromX) / (toX - fromX)));
  return clamp(min + Math.round(((max - min) * share) / step) * step, min, max);
}

function shareOf(value: number, min: number, max: number): number {
  return max > min ? clamp((value - min) / (max - min), 0, 1) : 0;
}

function inkStroke(points: readonly number[]): Ink {
  return { kind: 'line', points, width: 0.0028, colour: 'plaster' };
}
