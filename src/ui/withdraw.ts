import { wrapAngle } from '#shared/angle.ts';
import type { LiveView } from '#tour/look/liveView.ts';

/** A press that moves farther than this is a drag, in CSS pixels. */
const DRAG_PX = 8;
/** The chrome stays this long after the last sign of the visitor's wanting it. */
const IDLE_MS = 4_500;
/** A view that turns so far by itself, radians, without a sign of the visitor for so long, is being shown. */
const SHOWN_TURN = 0.05;
const SHOWN_AFTER_MS = 1_000;

/**
 * Lets the chrome withdraw while the visitor looks: during a drag of the picture, while the view turns by itself (a
 * script, a slow turn), and after a while without a sign.
 * A moved pointer, a touch, a key or a new focus brings it back at once. It says so in `data-chrome` of the root; the
 * style sheet does the rest and keeps what has focus in full view.
 */
export function bindWithdrawal(root: HTMLElement, liveView: LiveView, isHeldOpen: () => boolean): () => void {
  const page = root.ownerDocument;
  const ends = new AbortController();
  const { signal } = ends;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let press: { x: number; y: number } | null = null;
  let signAt = performance.now();
  let signYaw = liveView.current.yaw;

  const withdraw = () => {
    const isAtHand = root.matches(':has(.chrome:hover, .panel:hover, :focus-visible)');
    if (isAtHand || isHeldOpen()) waitAnew();
    else root.dataset['chrome'] = 'withdrawn';
  };
  const waitAnew = () => {
    clearTimeout(timer);
    timer = setTimeout(withdraw, IDLE_MS);
  };
  const appear = () => {
    signAt = performance.now();
    signYaw = liveView.current.yaw;
    if (root.dataset['chrome'] !== 'present') root.dataset['chrome'] = 'present';
    waitAnew();
  };
  const isOwn = (target: EventTarget | null) => target instanceof Node && root.contains(target);

  page.addEventListener(
    'pointerdown',
    (event) => {
      press = isOwn(event.target) ? null : { x: event.clientX, y: event.clientY };
      appear();
    },
    { signal, capture: true },
  );
  page.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      if (!press) appear();
      else if (Math.hypot(clientX - press.x, clientY - press.y) > DRAG_PX) root.dataset['chrome'] = 'withdrawn';
    },
    { signal, capture: true, passive: true },
  );
  const release = () => {
    press = null;
    waitAnew();
  };
  page.addEventListener('pointerup', release, { signal, capture: true });
  page.addEventListener('pointercancel', release, { signal, capture: true });
  page.addEventListener('keydown', appear, { signal, capture: true });
  page.addEventListener('focusin', appear, { signal });
  const unsubscribe = liveView.subscribe(({ yaw }) => {
    if (Math.abs(wrapAngle(yaw - signYaw)) < SHOWN_TURN || root.dataset['chrome'] === 'withdrawn') return;
    if (performance.now() - signAt > SHOWN_AFTER_MS) withdraw();
    else signYaw = yaw;
  });
  appear();
  return () => {
    unsubscribe();
    clearTimeout(timer);
    ends.abort();
  };
}
