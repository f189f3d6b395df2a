import { createContext, use, useMemo } from 'react';
import { useStore } from 'zustand';
import type { KioskSettings } from '#document/kioskSchema.ts';
import { type Locale, type MessageKey } from '#i18n/locale.ts';
import { type Params, translate } from '#i18n/translate.ts';
import type { Kiosk } from '#tour/kiosk/createKiosk.ts';
import type { KioskPage, KioskVisit } from '#tour/kiosk/state.ts';
import type { StaffTools } from '#tour/kiosk/staff.ts';
import type { Tour } from '#tour/store.ts';

export interface KioskUi {
  readonly tour: Tour;
  readonly kiosk: Kiosk;
  readonly settings: KioskSettings;
  readonly hasChoice: boolean;
  /** Null where there is no corner for the staff. */
  readonly staff: StaffTools | null;
  /** Of the visitor's language. */
  readonly locale: Locale;
  /** Of every language of the exhibition, by its tag. */
  readonly locales: ReadonlyMap<string, Locale>;
}

export const KioskContext = createContext<KioskUi | null>(null);

export function useKiosk(): KioskUi {
  const ui = use(KioskContext);
  if (!ui) throw new Error('useKiosk: no KioskContext above; these components are mounted by mountKiosk');
  return ui;
}

export function useKioskVisit<T>(select: (visit: KioskVisit) => T): T {
  return useStore(useKiosk().kiosk.store, select);
}

export function useKioskPage<T>(select: (page: KioskPage) => T): T {
  return useStore(useKiosk().kiosk.page, select);
}

export function useKioskTexts(): (key: MessageKey, params?: Params) => string {
  const { locale } = useKiosk();
  return useMemo(() => (key: MessageKey, params?: Params) => translate(locale, key, params), [locale]);
}
