/** A press that moves farther than this is a drag, in CSS pixels. */
const DRAG_PX = 8;
/** The chrome stays this long after the last sign of the visitor's wanting it. */
const IDLE_MS = 4_500;

/**
 * Lets the chrome withdraw while the visitor looks: during a drag of the picture and after a while without a sign.
 * A moved pointer, a touch, a key or a new focus brings it back at once. It says so in `data-chrome` of the root; the
 * style sheet does the rest and keeps what has focus in full view.
 */
export function bindWithdrawal(root: HTMLElement, isHeldOpen: () => boolean): () => void {
  const page = root.ownerDocument;
  const ends = new AbortController();
  const { signal } = ends;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let press: { x: number; y: number } | null = null;

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
  appear();
  return () => {
    clearTimeout(timer);
    ends.abort();
  };
}
