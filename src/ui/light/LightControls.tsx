import { useMemo } from 'react';
import { hourOf } from '#tour/light/hours.ts';
import { lightOf } from '#tour/light/lightOf.ts';
import { FIRST_LIGHT, HOURS, type HourName, type TourLight } from '#tour/light/state.ts';
import { useCommands, useTexts, useTour, useUi } from '../context.ts';
import { Choice } from '../form/Choice.tsx';
import { Slider } from '../form/Slider.tsx';
import { Switch } from '../form/Switch.tsx';
import { usePick } from '../Text.tsx';
import { useHourName } from './useHourName.ts';
import './light.css';

const PHOTOGRAPHED = 'photographed';
/** Night at the end of the day is the same as at its beginning; one of them is enough to choose. */
const CHOSEN_HOURS = HOURS.filter(({ time }) => time < 1);

/** The light of the place: an hour and a lamp. Only where its picture is one of two by one light each. */
export function LightControls() {
  const t = useTexts();
  const pick = usePick();
  const { light: commands } = useCommands();
  const exhibition = useTour((state) => state.exhibition);
  const nodeId = useTour((state) => state.nodeId);
  const light = useTour((state) => state.light);
  const pair = useMemo(() => lightOf(exhibition, nodeId), [exhibition, nodeId]);
  if (!pair) return null;
  const choose = (value: HourName | typeof PHOTOGRAPHED): void => {
    const hour = HOURS.find(({ name }) => name === value);
    if (hour) commands.set({ time: hour.time });
    else commands.reset();
  };
  return (
    <section className="light" aria-label={t('light.heading')}>
      <Choice
        legend={t('light.heading')}
        isRow
        options={[
          { value: PHOTOGRAPHED, label: t('light.photographed') },
          ...CHOSEN_HOURS.map(({ name }) => ({ value: name, label: t(`light.hour.${name}`) })),
        ]}
        value={light ? chosenHour(light) : PHOTOGRAPHED}
        onChange={choose}
      />
      <Hour light={light} />
      <Switch
        label={t('light.lamp')}
        isOn={light?.isLampLit ?? false}
        onChange={(isLampLit) => commands.set({ isLampLit })}
      />
      {light?.isLampLit && <Lamp light={light} />}
      <p className="small">
        {t('light.note', { daylight: pick(pair.daylight.label).text, lamp: pick(pair.lamp.label).text })}{' '}
        {pair.lampInDaylight > 0 && t('light.noteLamps')}
      </p>
    </section>
  );
}

function Hour({ light }: { readonly light: TourLight | null }) {
  const t = useTexts();
  const { light: commands } = useCommands();
  const nameHour = useHourName();
  return (
    <Slider
      label={t('light.time')}
      value={Math.round((light ?? FIRST_LIGHT).time * 100)}
      min={0}
      max={100}
      step={1}
      valueText={light ? nameHour(light.time) : t('light.photographed')}
      ends={[t('light.hour.night'), t('light.hour.nightfall')]}
      onChange={(percent) => commands.set({ time: percent / 100 })}
    />
  );
}

function Lamp({ light }: { readonly light: TourLight }) {
  const t = useTexts();
  const { reducedMotion } = useUi();
  const { light: commands } = useCommands();
  const percent = Math.round(light.lampStrength * 100);
  return (
    <>
      <Slider
        label={t('light.strength')}
        value={percent}
        min={0}
        max={100}
        step={5}
        valueText={t('compare.percent', { percent })}
        onChange={(value) => commands.set({ lampStrength: value / 100 })}
      />
      <Switch
        label={t('light.carried')}
        isOn={light.isLampCarried}
        onChange={(isLampCarried) => commands.set({ isLampCarried })}
      />
      {/* Whoever asked for less motion has none to put out. */}
      {!reducedMotion && (
        <Switch
          label={t('light.flicker')}
          isOn={light.isFlickering}
          onChange={(isFlickering) => commands.set({ isFlickering })}
        />
      )}
    </>
  );
}

function chosenHour({ time }: TourLight): HourName | null {
  const hour = hourOf(time);
  if (!('name' in hour)) return null;
  return hour.name === 'nightfall' ? 'night' : hour.name;
}
