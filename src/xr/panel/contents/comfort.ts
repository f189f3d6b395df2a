import { toDegrees, toRadians } from '#shared/angle.ts';
import type { MessageKey } from '#i18n/locale.ts';
import type { ComfortSettings } from '#tour/headset/state.ts';
import { MOST_OFFSET } from '#tour/locomotion/state.ts';
import type { Block, ChoiceOption, PanelModel } from '../model.ts';
import { type ContentsOf, say } from './said.ts';

const SNAP_STEPS = [30, 45] as const;
/** Centimetres. */
const HEIGHT_STEP = 5;

/** How one turns and moves, and how high one's eyes are. */
export function comfort(of: ContentsOf): PanelModel {
  const { turn, snapStep, motion, vignette, isSeated, heightOffset } = of.state.comfort;
  const most = Math.round(MOST_OFFSET * 100);
  const centimetres = Math.round(heightOffset * 100);
  const percent = Math.round(vignette * 100);
  const option = (key: MessageKey, isChosen: boolean, settings: Partial<ComfortSettings>): ChoiceOption => ({
    label: say(of, key),
    note: null,
    isChosen,
    action: { kind: 'setComfort', comfort: settings },
  });
  const choice = (legend: MessageKey, options: readonly ChoiceOption[]): Block => ({
    kind: 'choice',
    legend: say(of, legend),
    isRow: true,
    options,
  });
  return {
    key: 'comfort',
    title: say(of, 'headset.comfort'),
    closing: { kind: 'close' },
    blocks: [
      choice('headset.turn', [
        option('headset.turn.snap', turn === 'snap', { turn: 'snap' }),
        option('headset.turn.smooth', turn === 'smooth', { turn: 'smooth' }),
      ]),
      ...(turn === 'snap' ? [stepChoice(of, snapStep)] : []),
      choice('headset.motion', [
        option('headset.motion.teleport', motion === 'teleport', { motion: 'teleport' }),
        option('headset.motion.smooth', motion === 'smooth', { motion: 'smooth' }),
      ]),
      ...(motion === 'smooth'
        ? [
            {
              kind: 'slider',
              label: say(of, 'headset.vignette'),
              valueText: say(of, 'compare.percent', { percent }),
              setting: 'vignette',
              value: percent,
              min: 0,
              max: 100,
              step: 10,
            } as const,
          ]
        : []),
      choice('headset.posture', [
        option('headset.posture.seated', isSeated, { isSeated: true }),
        option('headset.posture.standing', !isSeated, { isSeated: false }),
      ]),
      {
        kind: 'slider',
        label: say(of, 'headset.height'),
        valueText: say(of, 'headset.heightValue', { centimetres: signed(of, centimetres) }),
        setting: 'heightOffset',
        value: centimetres,
        min: -most,
        max: most,
        step: HEIGHT_STEP,
      },
      {
        kind: 'buttons',
        columns: 2,
        buttons: [
          { label: say(of, 'headset.recentre'), action: { kind: 'recentre' } },
          of.state.headset?.isWelcoming
            ? { label: say(of, 'headset.back'), action: { kind: 'openMenu', menu: 'welcome' } }
            : { label: say(of, 'headset.menu'), action: { kind: 'openMenu', menu: 'menu' } },
        ],
      },
    ],
  };
}

function stepChoice(of: ContentsOf, snapStep: number): Block {
  return {
    kind: 'choice',
    legend: say(of, 'headset.snapStep'),
    isRow: true,
    options: SNAP_STEPS.map((degrees) => ({
      label: say(of, 'headset.degrees', { degrees }),
      note: null,
      isChosen: Math.round(toDegrees(snapStep)) === degrees,
      action: { kind: 'setComfort', comfort: { snapStep: toRadians(degrees) } },
    })),
  };
}

function signed({ locale }: ContentsOf, value: number): string {
  return new Intl.NumberFormat(locale.tag, { signDisplay: 'exceptZero' }).format(value);
}
