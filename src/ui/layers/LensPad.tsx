import type { KeyboardEvent } from 'react';
import { toRadians } from '#shared/angle.ts';
import { useCommands, useTexts, useTour, useUi } from '../context.ts';
import { Icon } from '../Icon.tsx';

/** Radians a press moves the lens by, as parts of its own radius. */
const STEP = 0.5;
const LEAST_STEP = toRadians(1);

/** The lens moved by buttons, for those who cannot or do not point; arrow keys on any of them do the same. */
export function LensPad() {
  const t = useTexts();
  const { compare } = useCommands();
  const { liveView } = useUi();
  const lens = useTour((state) => state.comparison?.lens);
  if (!lens) return null;
  const step = Math.max(LEAST_STEP, lens.radius * STEP);
  const move = ([across, up]: Way): void => {
    // Parallels are shorter towards the poles.
    const yaw = lens.yaw + (across * step) / Math.max(0.2, Math.cos(lens.pitch));
    compare.set({ lens: { ...lens, yaw, pitch: lens.pitch + up * step }, isPinned: true });
  };
  const centre = (): void => {
    const { yaw, pitch } = liveView.current;
    compare.set({ lens: { ...lens, yaw, pitch } });
  };
  const onKey = (event: KeyboardEvent): void => {
    const way = WAYS[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    move(way);
  };
  return (
    <div className="lens-pad" role="group" aria-label={t('compare.move')} onKeyDown={onKey}>
      {BUTTONS.map(({ name, icon, way }) => (
        <button
          key={name}
          type="button"
          className="round"
          aria-label={t(`compare.to.${name}`)}
          onClick={() => move(way)}
        >
          <Icon name={icon} />
        </button>
      ))}
      <button type="button" className="action" onClick={centre}>
        {t('compare.centre')}
      </button>
    </div>
  );
}

type Way = readonly [across: number, up: number];

const WAYS: Readonly<Record<string, Way>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

const BUTTONS = [
  { name: 'left', icon: 'left', way: [-1, 0] },
  { name: 'up', icon: 'up', way: [0, 1] },
  { name: 'down', icon: 'down', way: [0, -1] },
  { name: 'right', icon: 'right', way: [1, 0] },
] as const;
