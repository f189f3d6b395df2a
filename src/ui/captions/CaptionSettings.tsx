import { Choice } from '../form/Choice.tsx';
import { Switch } from '../form/Switch.tsx';
import { useCommands, useTexts, useTour } from '../context.ts';
import '../form/form.css';

const SIZES = [1, 1.5, 2] as const;
const PLACES = ['below', 'above'] as const;

/** Whether there are captions, how large and where. A section for a panel. */
export function CaptionSettings() {
  const t = useTexts();
  const { captions } = useCommands();
  const { isOn, describesSounds, size, place } = useTour((state) => state.captionSettings);
  return (
    <>
      <Switch label={t('captions.show')} isOn={isOn} onChange={(next) => captions.set({ isOn: next })} />
      {isOn && (
        <>
          <Switch
            label={t('captions.sounds')}
            isOn={describesSounds}
            onChange={(next) => captions.set({ describesSounds: next })}
          />
          <Choice
            legend={t('captions.size')}
            options={SIZES.map((one) => ({ value: String(one), label: t(`captions.size.${one}`) }))}
            value={String(size)}
            onChange={(value) => captions.set({ size: SIZES.find((one) => String(one) === value) ?? 1 })}
            isRow
          />
          <Choice
            legend={t('captions.place')}
            options={PLACES.map((one) => ({ value: one, label: t(`captions.place.${one}`) }))}
            value={place}
            onChange={(value) => captions.set({ place: value })}
            isRow
          />
        </>
      )}
    </>
  );
}
