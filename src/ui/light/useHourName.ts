import { hourOf } from '#tour/light/hours.ts';
import { useTexts } from '../context.ts';

/** What an hour is called: “Dawn”, “Dawn to Day”. */
export function useHourName(): (time: number) => string {
  const t = useTexts();
  return (time) => {
    const hour = hourOf(time);
    if ('name' in hour) return t(`light.hour.${hour.name}`);
    return t('light.between', { after: t(`light.hour.${hour.after}`), before: t(`light.hour.${hour.before}`) });
  };
}
