import { useEffect, useRef, useState } from 'react';
import { useTexts, useTour } from '../../context.ts';
import { listStops, nameOf, press, type ScanGroup } from './listStops.ts';
import { advanceScan, chooseScan, FIRST_SCAN, type Scan } from './stepScan.ts';
import './scan.css';

/** Keys that keep their own meaning: whoever helps has a way out. */
const KEPT = new Set(['Escape', 'Tab', 'Shift', 'Control', 'Alt', 'Meta']);

/** Shows what can be pressed one after the other, where the visitor has asked for it. */
export function Scanner() {
  const isOn = useTour((state) => state.access.scans);
  return isOn ? <Scanning /> : null;
}

function Scanning() {
  const t = useTexts();
  const seconds = useTour((state) => state.access.scanSeconds);
  const own = useRef<HTMLParagraphElement>(null);
  const scan = useRef<Scan>(FIRST_SCAN);
  const [said, setSaid] = useState('');

  useEffect(() => {
    const page = own.current?.parentElement;
    if (!page) return;
    let lit: HTMLElement | null = null;
    const stops = (): ScanGroup[] => listStops(page);
    const light = (element: HTMLElement | null, kind: 'group' | 'item' | 'out'): void => {
      delete lit?.dataset['scan'];
      lit = element;
      if (!element) return;
      element.dataset['scan'] = kind;
      if (kind === 'item') element.focus({ preventScroll: true });
      element.scrollIntoView({ block: 'nearest' });
    };
    const show = (groups: readonly ScanGroup[]): void => {
      const { group, item } = scan.current;
      const at = groups[group];
      if (!at) return light(null, 'group');
      const one = item === null ? null : at.items[item];
      light(one ?? at.element, item === null ? 'group' : one ? 'item' : 'out');
      setSaid(
        item === null ? t('scan.group', { name: at.name }) : one ? nameOf(one) : t('scan.out', { name: at.name }),
      );
    };
    const step = (): void => {
      const groups = stops();
      scan.current = advanceScan(
        scan.current,
        groups.map(({ items }) => items.length),
      );
      show(groups);
    };
    let timer = setInterval(step, seconds * 1_000);
    const choose = (event: Event): void => {
      // A press that the scan itself makes is no press of the switch.
      if (!event.isTrusted) return;
      if (event instanceof KeyboardEvent && (KEPT.has(event.key) || event.ctrlKey || event.metaKey || event.altKey))
        return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.type !== 'keydown' && event.type !== 'pointerdown') return;
      if (event instanceof KeyboardEvent && event.repeat) return;
      const groups = stops();
      const chosen = chooseScan(
        scan.current,
        groups.map(({ items }) => items.length),
      );
      scan.current = chosen.scan;
      const pressed = chosen.press && groups[chosen.press.group]?.items[chosen.press.item];
      if (pressed) press(pressed);
      show(stops());
      clearInterval(timer);
      timer = setInterval(step, seconds * 1_000);
    };
    const events = ['keydown', 'keyup', 'pointerdown', 'pointerup', 'click'] as const;
    for (const name of events) window.addEventListener(name, choose, { capture: true });
    show(stops());
    return () => {
      clearInterval(timer);
      for (const name of events) window.removeEventListener(name, choose, { capture: true });
      light(null, 'group');
    };
  }, [seconds, t]);

  return (
    <p ref={own} className="unseen" role="status" aria-live="assertive">
      {said}
    </p>
  );
}
