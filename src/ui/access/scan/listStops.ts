/** What can be pressed on the page, in the order of the page, gathered by the part of the page it stands in. */

export interface ScanGroup {
  readonly element: HTMLElement;
  readonly name: string;
  readonly items: readonly HTMLElement[];
}

const PRESSABLE = 'button, a[href], input, select, summary';
const PARTS =
  '[role="dialog"], nav, fieldset, [role="group"], .title-card, .corner, .pad, .head, .objects, .relic__foot';

export function listStops(page: HTMLElement): ScanGroup[] {
  const groups = new Map<HTMLElement, HTMLElement[]>();
  for (const item of page.querySelectorAll<HTMLElement>(PRESSABLE)) {
    if (!isAtHand(item)) continue;
    const part = item.closest<HTMLElement>(PARTS) ?? page;
    groups.set(part, [...(groups.get(part) ?? []), item]);
  }
  return [...groups].map(([element, items]) => ({ element, items, name: nameOf(element) || nameOf(items[0]) }));
}

/** As a screen reader would call it, nearly. */
export function nameOf(element: HTMLElement | undefined): string {
  if (!element) return '';
  const label = element.getAttribute('aria-label');
  if (label) return label;
  const labelled = element.getAttribute('aria-labelledby');
  const by = labelled === null ? null : element.ownerDocument.getElementById(labelled);
  if (by?.textContent) return by.textContent.trim();
  if (element instanceof HTMLInputElement) return element.labels?.[0]?.textContent?.trim() ?? '';
  if (element.matches('fieldset')) return element.querySelector('legend')?.textContent?.trim() ?? '';
  return element.matches(PRESSABLE) ? (element.textContent ?? '').trim() : '';
}

/** Not out of sight for good: what only a focus shows is shown while it is scanned. */
function isAtHand(item: HTMLElement): boolean {
  if (item.closest('[inert], [hidden]') || item.matches(':disabled, .skip')) return false;
  return item.checkVisibility({ visibilityProperty: true });
}

/** Presses what is shown; what has many values goes on to the next one, and from the last to the first. */
export function press(item: HTMLElement): void {
  if (item instanceof HTMLInputElement && item.type === 'range') {
    const isLast = item.valueAsNumber >= Number(item.max);
    setValue(item, isLast ? item.min : String(item.valueAsNumber + (Number(item.step) || 1)));
  } else if (item instanceof HTMLSelectElement) {
    const next = item.options[(item.selectedIndex + 1) % item.options.length];
    if (next) setValue(item, next.value);
  } else item.click();
}

/** As a visitor's own hand sets it: the page listens to events, and React to the property of the class. */
function setValue(item: HTMLInputElement | HTMLSelectElement, value: string): void {
  const proto = Object.getPrototypeOf(item) as object;
  Object.getOwnPropertyDescriptor(proto, 'value')?.set?.call(item, value);
  item.dispatchEvent(new Event('input', { bubbles: true }));
  item.dispatchEvent(new Event('change', { bubbles: true }));
}
