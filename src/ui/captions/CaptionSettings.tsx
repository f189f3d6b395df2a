import { Choice } from '../form/Choice.tsx';
import { Switch } from '../form/Switch.tsx';
import { CAPTION_PLACES, CAPTION_SIZES } from '#tour/captions/state.ts';
import { useCommands, useTexts, useTour } from '../context.ts';
import '../form/form.css';

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
            options={CAPTION_SIZES.map((one) => ({ value: String(one), label: t(`captions.size.${one}`) }))}
            value={String(size)}
            onChange={(value) => captions.set({ size: CAPTION_SIZES.find((one) => String(one) === value) ?? 1 })}
            isRow
          />
          <Choice
            legend={t('captions.place')}
            options={CAPTION_PLACES.map((one) => ({ value: one, label: t(`captions.place.${one}`) }))}
            value={place}
            onChange={(value) => captions.set({ place: value })}
            isRow
          />
        </>
      )}
    </>
  );
}
