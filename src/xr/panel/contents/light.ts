import type { PickedText } from '#i18n/pickText.ts';
import { hourOf } from '#tour/light/hours.ts';
import { lightOf } from '#tour/light/lightOf.ts';
import { HOURS } from '#tour/light/state.ts';
import type { Block, ChoiceBlock } from '../model.ts';
import { type ContentsOf, pick, say } from './said.ts';

/** Night at the end of the day is the same as at its beginning; one of them is enough to choose. */
const CHOSEN_HOURS = HOURS.filter(({ time }) => time < 1);

/** As photographed, or an hour that has a name, and the lamp; nothing where the picture is not one of two lights. */
export function shortLightBlocks(of: ContentsOf): Block[] {
  const { exhibition, nodeId, light } = of.state;
  if (!lightOf(exhibition, nodeId)) return [];
  const hour = light && hourOf(light.time);
  const name = hour && 'name' in hour ? (hour.name === 'nightfall' ? 'night' : hour.name) : null;
  const choice: ChoiceBlock = {
    kind: 'choice',
    legend: say(of, 'light.heading'),
    isRow: true,
    options: [
      {
        label: say(of, 'light.photographed'),
        note: null,
        isChosen: light === null,
        action: { kind: 'setLight', light: null },
      },
      ...CHOSEN_HOURS.map((one) => ({
        label: say(of, `light.hour.${one.name}`),
        note: null,
        isChosen: one.name === name,
        action: { kind: 'setLight', light: { time: one.time } } as const,
      })),
    ],
  };
  const isLampLit = light?.isLampLit ?? false;
  return [
    choice,
    {
      kind: 'switch',
      label: say(of, 'light.lamp'),
      isOn: isLampLit,
      action: { kind: 'setLight', light: { isLampLit: !isLampLit } },
    },
  ];
}

/** The same with any hour, how bright the lamp is, and what the light is mixed from. */
export function lightBlocks(of: ContentsOf): Block[] {
  const { exhibition, nodeId, light } = of.state;
  const pair = lightOf(exhibition, nodeId);
  const [choice, lamp] = shortLightBlocks(of);
  if (!pair || !choice || !lamp) return [];
  const note = say(of, 'light.note', {
    daylight: pick(of, pair.daylight.label).text,
    lamp: pick(of, pair.lamp.label).text,
  });
  return [
    choice,
    ...(light
      ? [
          {
            kind: 'slider',
            label: say(of, 'light.time'),
            valueText: nameHour(of, light.time),
            setting: 'time',
            value: Math.round(light.time * 100),
            min: 0,
            max: 100,
            step: 1,
          } as const,
        ]
      : []),
    lamp,
    ...(light?.isLampLit ? lampBlocks(of, light) : []),
    { kind: 'paragraph', tone: 'small', text: note },
    ...(pair.lampInDaylight > 0
      ? [{ kind: 'paragraph', tone: 'small', text: say(of, 'light.noteLamps') } as const]
      : []),
  ];
}

function lampBlocks(of: ContentsOf, light: NonNullable<ContentsOf['state']['light']>): Block[] {
  const { lampStrength, isLampCarried, isFlickering } = light;
  const percent = Math.round(lampStrength * 100);
  return [
    {
      kind: 'slider',
      label: say(of, 'light.strength'),
      valueText: say(of, 'compare.percent', { percent }),
      setting: 'lampStrength',
      value: percent,
      min: 0,
      max: 100,
      step: 5,
    },
    {
      kind: 'switch',
      label: say(of, 'light.carried'),
      isOn: isLampCarried,
      action: { kind: 'setLight', light: { isLampCarried: !isLampCarried } },
    },
    {
      kind: 'switch',
      label: say(of, 'light.flicker'),
      isOn: isFlickering,
      action: { kind: 'setLight', light: { isFlickering: !isFlickering } },
    },
  ];
}

function nameHour(of: ContentsOf, time: number): PickedText {
  const hour = hourOf(time);
  if ('name' in hour) return say(of, `light.hour.${hour.name}`);
  const [after, before] = [say(of, `light.hour.${hour.after}`), say(of, `light.hour.${hour.before}`)];
  return say(of, 'light.between', { after: after.text, before: before.text });
}
