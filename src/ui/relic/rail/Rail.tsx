import type { CSSProperties } from 'react';
import { useTexts } from '../../context.ts';
import { focusGently } from '../focusGently.ts';
import type { Tool } from './tools.ts';

interface RailProps {
  readonly tools: readonly Tool[];
  readonly open: Tool | null;
  readonly onChoose: (tool: Tool) => void;
}

/** No more stand in one line on a narrow page. */
const MOST_IN_LINE = 6;

/** The words one presses to look in another way. */
export function Rail({ tools, open, onChoose }: RailProps) {
  const t = useTexts();
  const lines = Math.ceil(tools.length / MOST_IN_LINE);
  const columns = { '--columns': Math.ceil(tools.length / lines) } as CSSProperties;
  return (
    <nav className="rail chrome" aria-label={t('relic.tools')} style={columns}>
      {tools.map((tool) => (
        <button
          key={tool}
          id={idOf(tool)}
          type="button"
          className="rail__tool word"
          aria-expanded={tool === 'tour' ? undefined : tool === open}
          onClick={() => onChoose(tool)}
        >
          {t(`relic.tool.${tool}`)}
        </button>
      ))}
    </nav>
  );
}

/** Gives the focus to a tool's word once it is there, unless the visitor has moved on to something else. */
export function focusTool(tool: Tool): void {
  requestAnimationFrame(() => {
    const { activeElement, body } = document;
    if (activeElement && activeElement !== body && !activeElement.closest('.relic__foot')) return;
    focusGently(document.getElementById(idOf(tool)));
  });
}

function idOf(tool: Tool): string {
  return `relic-tool-${tool}`;
}
