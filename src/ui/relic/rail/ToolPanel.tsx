import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTexts } from '../../context.ts';
import { Icon } from '../../Icon.tsx';
import { focusGently } from '../focusGently.ts';

interface ToolPanelFrameProps {
  readonly title: ReactNode;
  /** BCP 47 of the title where it is not the interface's. */
  readonly titleLanguage?: string;
  /** Stands beside the title. */
  readonly beside?: ReactNode;
  /** Reading matter stands on plaster, as it hangs beside a work; tools are part of the dark room. */
  readonly isLabel?: boolean;
  /** Whether the focus comes here as it opens; not while something else leads. */
  readonly takesFocus?: boolean;
  /** What is shown is another thing when this is another value: the focus comes to its heading again. */
  readonly subject?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A panel beside the relic. It does not lock the visitor in; Escape and its button close it. */
export function ToolPanel(props: ToolPanelFrameProps) {
  const { title, titleLanguage, beside, isLabel = false, takesFocus = true, subject = '', onClose, children } = props;
  const t = useTexts();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    body.current?.scrollTo(0, 0);
    if (takesFocus) focusGently(heading.current);
  }, [subject, takesFocus]);
  return (
    <section
      className={isLabel ? 'panel panel--tool panel--label' : 'panel panel--tool'}
      role="dialog"
      aria-labelledby={id}
      data-covers="panel"
    >
      <div className="panel__head">
        <h2 ref={heading} id={id} className="panel__title serif" tabIndex={-1} lang={titleLanguage}>
          {title}
        </h2>
        {beside}
        <button type="button" className="panel__close round" aria-label={t('panel.close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      {/* A region that scrolls must be within reach of the keyboard. */}
      <div ref={body} className="panel__body" tabIndex={0} role="group" aria-labelledby={id}>
        {children}
      </div>
    </section>
  );
}
