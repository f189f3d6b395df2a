import { createContext, use } from 'react';
import { useStore } from 'zustand';
import { type Locale, type MessageKey } from '#i18n/locale.ts';
import { type Params, translate } from '#i18n/translate.ts';
import { listMarks, type Mark } from '#tour/marks.ts';
import type { TourState } from '#tour/state.ts';
import type { TourCommands } from '#tour/tourCommands.ts';
import type { UiOptions } from './ports.ts';
import { useMemo } from 'react';

export interface Ui extends UiOptions {
  readonly baseUrl: string;
  readonly hasPicture: boolean;
  readonly locale: Locale;
}

export const UiContext = createContext<Ui | null>(null);

export function useUi(): Ui {
  const ui = use(UiContext);
  if (!ui) throw new Error('useUi: no UiContext above; components of the interface are mounted by mountUi');
  return ui;
}

export function useTour<T>(select: (state: TourState) => T): T {
  return useStore(useUi().tour.store, select);
}

export function useCommands(): TourCommands {
  return useUi().tour.commands;
}

/** The translating function of the interface's language. */
export function useTexts(): (key: MessageKey, params?: Params) => string {
  const { locale } = useUi();
  return useMemo(() => (key: MessageKey, params?: Params) => translate(locale, key, params), [locale]);
}

/** The links and hotspots of the place, labelled in the visitor's language. */
export function useMarks(): readonly Mark[] {
  const exhibition = useTour((state) => state.exhibition);
  const nodeId = useTour((state) => state.nodeId);
  const language = useTour((state) => state.language);
  const stand = useTour((state) => state.stand);
  return useMemo(() => listMarks(exhibition, nodeId, language, stand), [exhibition, nodeId, language, stand]);
}
