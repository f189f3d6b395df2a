import type { RefObject } from 'react';
import { Icon } from '../../Icon.tsx';

/** Where a point is set without a pointer: in the middle of what nothing covers. */
export function Reticle({ at }: { at: RefObject<HTMLSpanElement | null> }) {
  return (
    <span ref={at} className="reticle" aria-hidden="true">
      <Icon name="cross" />
    </span>
  );
}

/** CSS pixels of the window. */
export function middleOfElement(element: Element): readonly [xPx: number, yPx: number] {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}
