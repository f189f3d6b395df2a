import { type KeyboardEvent, lazy, type ReactNode, Suspense, useEffect, useId, useMemo, useRef, useState } from 'react';
import { openThing } from '#tour/find/openThing.ts';
import type { Thing } from '#tour/find/things.ts';
import { MAX_QUERY } from '#tour/find/tokens.ts';
import { useCommands, useTexts, useTour, useUi } from '../context.ts';
import { planViewsOf } from '#tour/selectors/planView.ts';
import type { FindTools } from '../ports.ts';
import { groupFound } from './groupFound.ts';
import { Results } from './Results.tsx';
import { useFound } from './useFind.ts';

const Letters = lazy(async () => ({ default: (await import('./Letters.tsx')).Letters }));

/** A field to look for things with, and what it finds; until then what stands below it. */
export function Finding({ find, children }: { find: FindTools; children: ReactNode }) {
  const t = useTexts();
  const { tour, kiosk } = useUi();
  const { desk } = find;
  const id = useId();
  const query = useFound((state) => state.query);
  const found = useFound((state) => state.found);
  const total = useFound((state) => state.total);
  const hasFailed = useFound((state) => state.hasFailed);
  const isWanted = useFound((state) => state.isFieldWanted);
  const field = useRef<HTMLInputElement>(null);
  const groups = useMemo(() => groupFound(found ?? []), [found]);
  const options = groups.flatMap((group) => group.found);
  const [active, setActive] = useState<number | null>(null);
  const isAsked = query.trim() !== '';
  const at = active !== null && active < options.length ? active : null;

  useEffect(() => desk.prepare(), [desk]);
  useEffect(() => setActive(null), [found]);
  useEffect(() => {
    if (!isWanted) return;
    // The panel takes the focus to its heading as it opens.
    queueMicrotask(() => {
      field.current?.focus();
      field.current?.select();
    });
    desk.wantField(false);
  }, [desk, isWanted]);
  useEffect(() => {
    if (at !== null) document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, at]);

  const choose = (thing: Thing): void => openThing(tour, thing);
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter and arrows belong to whoever writes in a script that is composed.
    if (event.nativeEvent.isComposing) return;
    const { length } = options;
    if (event.key === 'Escape' && query !== '') desk.ask('');
    else if (event.key === 'ArrowDown' && length > 0) setActive(at === null ? 0 : (at + 1) % length);
    else if (event.key === 'ArrowUp' && length > 0) setActive(at === null ? length - 1 : (at + length - 1) % length);
    else if (event.key === 'Enter' && length > 0) {
      const chosen = options[at ?? 0];
      if (chosen) choose(chosen.thing);
    } else if (event.key === 'Enter' && hasFailed) desk.ask(query);
    else return;
    event.preventDefault();
  };

  const sayFound = (): string => {
    if (hasFailed) return t('find.failed');
    if (!found) return t('find.reading');
    return t(total > 0 ? 'find.count' : 'find.none', { count: total });
  };

  return (
    <>
      <input
        ref={field}
        type="search"
        role="combobox"
        className="filter"
        value={query}
        maxLength={MAX_QUERY}
        autoComplete="off"
        spellCheck={false}
        // A keyboard that the system lays over a kiosk is a way out of it.
        inputMode={kiosk ? 'none' : 'search'}
        aria-label={t('find.field')}
        aria-expanded={options.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={at === null ? undefined : `${id}-${at}`}
        placeholder={t('find.field')}
        onChange={(event) => desk.ask(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {kiosk && (
        <Suspense>
          <Letters query={query} onWrite={(text) => desk.ask(text)} />
        </Suspense>
      )}
      <p className="count" role="status">
        {isAsked && sayFound()}
      </p>
      {hasFailed && (
        <button
          type="button"
          className="word"
          onClick={() => {
            desk.ask(query);
            field.current?.focus();
          }}
        >
          {t('find.again')}
        </button>
      )}
      {options.length > 0 && <OnPlan />}
      <div id={`${id}-list`} role="listbox" aria-label={t('find.results')} hidden={options.length === 0}>
        <Results id={id} groups={groups} active={at} onChoose={choose} />
      </div>
      {!isAsked && children}
    </>
  );
}

/** The way to the plan, where the places of what was found are lit. */
function OnPlan() {
  const t = useTexts();
  const { openPanel } = useCommands();
  const exhibition = useTour((state) => state.exhibition);
  const hasPlan = useMemo(() => planViewsOf(exhibition).length > 0, [exhibition]);
  if (!hasPlan) return null;
  return (
    <button type="button" className="word" onClick={() => openPanel({ kind: 'plan' })}>
      {t('find.onPlan')}
    </button>
  );
}
