import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTexts, useTour, useUi } from '../../context.ts';
import type { ArLink, ArSession, ArState, ArWay } from '../../ports.ts';
import { useRelic } from '../inHand.ts';
import './ar.css';

/** The relic in the visitor's own room, by the ways that this device knows. */
export function InOwnRoom({ ways }: { readonly ways: readonly ArWay[] }) {
  const t = useTexts();
  const [hasFailed, setFailed] = useState(false);
  const onFault = (failed: boolean) => setFailed(failed);
  return (
    <>
      <h3 className="panel__part">{t('relic.take.ar')}</h3>
      <p className="small">{t('relic.take.arText')}</p>
      <div className="actions">
        {ways.includes('webxr') && <ThroughWebXr onFault={onFault} />}
        {ways.includes('quick-look') && <ThroughQuickLook onFault={onFault} />}
        {ways.includes('scene-viewer') && <ThroughSceneViewer onFault={onFault} />}
      </div>
      <p className="small" role="status">
        {hasFailed ? t('relic.take.arFault') : ''}
      </p>
    </>
  );
}

interface WayProps {
  /** Whether the latest try failed. */
  readonly onFault: (hasFailed: boolean) => void;
}

/** Opens in the page itself; what is said and pressed meanwhile lies over the camera's picture. */
function ThroughWebXr({ onFault }: WayProps) {
  const t = useTexts();
  const { relicTools, locale } = useUi();
  const [overlay] = useState(createOverlayRoot);
  const [state, setState] = useState<ArState | null>(null);
  const session = useRef<ArSession | null>(null);
  useEffect(
    () => () => {
      void session.current?.end();
      overlay.remove();
    },
    [overlay],
  );
  const start = async () => {
    onFault(false);
    overlay.lang = locale.tag;
    document.body.append(overlay);
    try {
      session.current =
        (await relicTools?.startAr?.({
          overlayRoot: overlay,
          onState: setState,
          onEnd: () => {
            session.current = null;
            overlay.remove();
            setState(null);
          },
        })) ?? null;
    } catch {
      overlay.remove();
      setState(null);
      onFault(true);
    }
  };
  return (
    <>
      <button type="button" className="action" onClick={() => void start()}>
        {t('relic.take.way.webxr')}
      </button>
      {createPortal(
        state !== null && (
          <div className="ar">
            <p role="status">{t(`relic.take.arState.${state}`)}</p>
            <div className="actions">
              {state === 'placed' && (
                <button type="button" className="action" onClick={() => session.current?.replace()}>
                  {t('relic.take.arReplace')}
                </button>
              )}
              <button type="button" className="action" onClick={() => void session.current?.end()}>
                {t('relic.take.arEnd')}
              </button>
            </div>
          </div>
        ),
        overlay,
      )}
    </>
  );
}

/** The file is made first: Quick Look opens from a visitor's own press on a link to it. */
function ThroughQuickLook({ onFault }: WayProps) {
  const t = useTexts();
  const { relicTools } = useUi();
  const { content, visit } = useRelic();
  const [isMaking, setMaking] = useState(false);
  const [link, setLink] = useState<ArLink | null>(null);
  const place = useRef<HTMLSpanElement>(null);
  // What was made is of what was shown then.
  const shown = `${visit.states.stateId} ${visit.variant ?? ''}`;
  useEffect(() => setLink(null), [shown]);
  useEffect(() => {
    if (!link) return;
    place.current?.append(link.element);
    link.element.classList.add('ar-link');
    link.element.focus();
    return () => link.dispose();
  }, [link]);
  const make = async () => {
    onFault(false);
    setMaking(true);
    try {
      setLink((await relicTools?.makeQuickLook?.(content.title.text)) ?? null);
    } catch {
      onFault(true);
    }
    setMaking(false);
  };
  if (link) {
    return (
      <span className="ar-ready">
        <span ref={place} />
        <span className="small">{t('relic.take.quickLookReady')}</span>
      </span>
    );
  }
  return (
    <button type="button" className="action" aria-disabled={isMaking} onClick={() => isMaking || void make()}>
      {t(isMaking ? 'relic.take.making' : 'relic.take.way.quick-look')}
    </button>
  );
}

function ThroughSceneViewer({ onFault }: WayProps) {
  const t = useTexts();
  const { relicTools } = useUi();
  const { content } = useRelic();
  const language = useTour((state) => state.language);
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    relicTools?.sceneViewerUrl?.(content.title.text).then(
      (found) => isWanted && setUrl(found),
      () => onFault(true),
    );
    return () => {
      isWanted = false;
    };
    // The name it is shown by follows the language.
  }, [relicTools, content.title.text, language]);
  if (url === null) return null;
  return (
    <a className="action" href={url}>
      {t('relic.take.way.scene-viewer')}
    </a>
  );
}

function createOverlayRoot(): HTMLElement {
  const element = document.createElement('div');
  element.className = 'grotto-ui ar-root';
  return element;
}
