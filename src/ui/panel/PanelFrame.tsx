import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useCommands, useTexts } from '../context.ts';
import { Icon } from '../Icon.tsx';

interface PanelFrameProps {
  readonly title: ReactNode;
  /** BCP 47 of the title where it is not the interface's. */
  readonly titleLanguage?: string;
  /** Stands beside the title. */
  readonly beside?: ReactNode;
  readonly className: string;
  /** Stands below what scrolls, always in view. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/**
 * A panel beside the picture. It does not lock the visitor in: the picture stays within reach. Focus moves to its
 * heading when it opens and back to where it was when it closes; Escape closes it from anywhere.
 */
export function PanelFrame({ title, titleLanguage, beside, className, foot, children }: PanelFrameProps) {
  const t = useTexts();
  const { closePanel } = useCommands();
  const id = useId();
  const frame = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    const page = document;
    const opener =
      page.activeElement instanceof HTMLElement && page.activeElement !== page.body ? page.activeElement : null;
    const own = frame.current;
    heading.current?.focus({ preventScroll: true });
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      closePanel();
    };
    page.addEventListener('keydown', onKey);
    return () => {
      page.removeEventListener('keydown', onKey);
      const held = page.activeElement;
      // Whoever moved on to something else in the meantime stays there.
      if (held && held !== page.body && !own?.contains(held)) return;
      // The panel is still in the page at this moment; what it had opened may be gone once all has settled.
      queueMicrotask(() => returnFocus(opener));
    };
  }, [closePanel]);

  return (
    <section ref={frame} className={`panel ${className}`} role="dialog" aria-labelledby={id}>
      <div className="panel__head">
        <h2 ref={heading} id={id} className="panel__title serif" tabIndex={-1} lang={titleLanguage}>
          {title}
        </h2>
        {beside}
        <button type="button" className="panel__close round" aria-label={t('panel.close')} onClick={closePanel}>
          <Icon name="close" />
        </button>
      </div>
      {/* A region that scrolls must be within reach of the keyboard. */}
      <div className="panel__body" tabIndex={0} role="group" aria-labelledby={id}>
        {children}
      </div>
      {foot}
    </section>
  );
}

function returnFocus(opener: HTMLElement | null): void {
  const { activeElement, body } = document;
  if (activeElement && activeElement !== body) return;
  const isHere = opener !== null && opener.isConnected;
  const target = isHere ? opener : document.querySelector<HTMLElement>('[data-focus-home]');
  target?.focus({ preventScroll: true });
}
