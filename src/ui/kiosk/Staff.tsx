import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { STAFF_DIGITS } from '#document/kioskSchema.ts';
import type { StaffTools } from '#tour/kiosk/staff.ts';
import { useKiosk, useKioskTexts } from './context.ts';
import { StaffPanel } from './StaffPanel.tsx';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
/** A corner that somebody has left closes by itself. Seconds without a press. */
const LEFT_AFTER = 60;

/** For the staff: the code first, then how the kiosk is. */
export function Staff({ tools }: { readonly tools: StaffTools }) {
  const t = useKioskTexts();
  const { kiosk } = useKiosk();
  const [isOpen, setOpen] = useState(false);
  const close = (): void => kiosk.set({ isStaff: false });
  useEffect(() => {
    let timer = setTimeout(() => kiosk.set({ isStaff: false }), LEFT_AFTER * 1_000);
    const again = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => kiosk.set({ isStaff: false }), LEFT_AFTER * 1_000);
    };
    addEventListener('pointerdown', again, true);
    return () => {
      clearTimeout(timer);
      removeEventListener('pointerdown', again, true);
    };
  }, [kiosk]);
  return (
    <div className="kiosk__veil">
      <section className="kiosk__card staff" role="dialog" aria-modal="true" aria-labelledby="kiosk-staff">
        <h2 id="kiosk-staff" className="kiosk__heading serif">
          {t('kiosk.staff')}
        </h2>
        {isOpen ? <StaffPanel tools={tools} /> : <CodePad tools={tools} onRight={() => setOpen(true)} />}
        <div className="kiosk__answers">
          <button type="button" className="kiosk__word" onClick={close}>
            {t('kiosk.close')}
          </button>
        </div>
      </section>
    </div>
  );
}

function CodePad({ tools, onRight }: { readonly tools: StaffTools; readonly onRight: () => void }) {
  const t = useKioskTexts();
  const pad = useStore(tools.pad);
  const [isChecking, setChecking] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus({ preventScroll: true }), []);
  const isLocked = pad.locked > 0;
  const check = async (): Promise<void> => {
    setChecking(true);
    const isRight = await tools.check().catch(() => false);
    setChecking(false);
    if (isRight) onRight();
  };
  const digit = (one: string, ref?: React.Ref<HTMLButtonElement>) => (
    <button key={one} ref={ref} type="button" className="staff__key" onClick={() => tools.press(one)}>
      {one}
    </button>
  );
  return (
    <>
      <p className="staff__code" aria-label={t('kiosk.code')} role="status">
        {'•'.repeat(pad.digits.length)}
      </p>
      <p className="kiosk__text" role="alert">
        {isLocked ? t('kiosk.locked', { count: Math.ceil(pad.locked) }) : pad.wrong > 0 && t('kiosk.wrongCode')}
      </p>
      <div className="staff__keys" dir="ltr">
        {DIGITS.map((one, index) => digit(one, index === 0 ? first : undefined))}
        <button type="button" className="staff__key staff__key--word" onClick={() => tools.erase()}>
          {t('kiosk.erase')}
        </button>
        {digit('0')}
        <button
          type="button"
          className="staff__key staff__key--word"
          disabled={isLocked || isChecking || pad.digits.length < STAFF_DIGITS.least}
          onClick={() => void check()}
        >
          {t('kiosk.open')}
        </button>
      </div>
    </>
  );
}
