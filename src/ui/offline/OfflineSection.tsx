import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Desk } from '#offline/createDesk.ts';
import type { DeskView } from '#offline/deskState.ts';
import type { MessageKey } from '#i18n/locale.ts';
import type { Params } from '#i18n/translate.ts';
import { useTexts } from '../context.ts';
import '../relic/panels.css';
import './offline.css';

const MEGABYTE = 1_000_000;

type Say = (key: MessageKey, params?: Params) => string;

/** The visit on the visitor's own device: download, go on, newer version, take away. */
export function OfflineSection({ offline }: { offline: () => Promise<Desk> }) {
  const t = useTexts();
  const [desk, setDesk] = useState<Desk | null>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    void offline().then(
      (opened) => {
        setDesk(opened);
        void opened.look();
      },
      () => setFailed(true),
    );
  }, [offline]);
  return (
    <section aria-labelledby="offline-heading" className="offline">
      <h3 className="about__part" id="offline-heading">
        {t('offline.heading')}
      </h3>
      {desk ? <OfflineDesk desk={desk} /> : <p>{t(hasFailed ? 'offline.unavailable' : 'offline.looking')}</p>}
    </section>
  );
}

function OfflineDesk({ desk }: { desk: Desk }) {
  const t = useTexts();
  const view = useSyncExternalStore(
    (listener) => desk.subscribe(listener),
    () => desk.view,
  );
  const { state, trouble } = view;
  const press = (key: MessageKey, act: () => unknown) => (
    <button type="button" className="action" onClick={() => void act()}>
      {t(key)}
    </button>
  );
  const isWhole = state.kind === 'kept' || state.kind === 'ready';
  const isBegun = state.kind === 'offered' && state.doneBytes > 0;
  return (
    <>
      {state.kind === 'fetching' && (
        <progress
          className="offline__progress"
          max={state.totalBytes}
          value={state.doneBytes}
          aria-label={t('offline.heading')}
        />
      )}
      {state.kind === 'fetching' && <p>{t('offline.progress', amounts(state))}</p>}
      {/* Said aloud at each tenth, not at each file. */}
      <p role="status" className={state.kind === 'fetching' ? 'unseen' : undefined}>
        {describe(view, t)}
      </p>
      {trouble && (
        <p role="alert" className="offline__trouble">
          {describeTrouble(trouble, t)}
        </p>
      )}
      <div className="actions">
        {state.kind === 'offered' &&
          trouble?.kind !== 'refused' &&
          press(isBegun ? 'offline.resume' : 'offline.download', () => desk.fetch())}
        {state.kind === 'fetching' && press('offline.stop', () => desk.stop())}
        {state.kind === 'kept' && state.newer && press('offline.update', () => desk.fetch())}
        {state.kind === 'ready' && press('offline.switch', () => desk.showNewer())}
        {(isWhole || isBegun) && press('offline.remove', () => desk.remove())}
      </div>
    </>
  );
}

function describe({ state, trouble }: DeskView, t: Say): string {
  switch (state.kind) {
    case 'looking':
      return t('offline.looking');
    case 'offered':
      if (state.totalBytes === 0) return trouble ? '' : t('offline.looking');
      return state.doneBytes > 0 ? t('offline.part', amounts(state)) : t('offline.text', amounts(state));
    case 'fetching':
      return t('offline.percent', { percent: Math.floor((state.doneBytes / state.totalBytes) * 10) * 10 });
    case 'kept': {
      const { newer, bytes } = state;
      const kept = t('offline.kept', { total: megabytes(bytes) });
      return newer ? `${kept} ${t('offline.newer', { total: megabytes(newer.totalBytes - newer.doneBytes) })}` : kept;
    }
    case 'ready':
      return t('offline.ready');
    default:
      return state satisfies never;
  }
}

function describeTrouble(trouble: NonNullable<DeskView['trouble']>, t: Say): string {
  if (trouble.kind !== 'no-room') return t(`offline.trouble.${trouble.kind}`);
  const { neededBytes, freeBytes } = trouble;
  const needed = megabytes(neededBytes);
  if (freeBytes === null) return t('offline.trouble.full', { needed });
  return t('offline.trouble.no-room', { needed, free: megabytes(freeBytes) });
}

function amounts({ doneBytes, totalBytes }: { readonly doneBytes: number; readonly totalBytes: number }) {
  return { done: megabytes(doneBytes), total: megabytes(totalBytes) };
}

/** With one decimal where there are few. */
function megabytes(bytes: number): number {
  const amount = bytes / MEGABYTE;
  return amount < 100 ? Math.ceil(amount * 10) / 10 : Math.ceil(amount);
}
