import { useEffect, useRef } from 'react';
import { toDegrees, toRadians } from '#shared/angle.ts';
import { compassOf, windOf } from '#tour/selectors/facing.ts';
import { selectNode } from '#tour/selectors/findNode.ts';
import { useCommands, useTexts, useTour, useUi } from '../context.ts';

/** A rose that keeps its north mark to the north while the view turns; a press turns the view there. */
export function Compass() {
  const t = useTexts();
  const { liveView } = useUi();
  const { look } = useCommands();
  const node = useTour(selectNode);
  const settled = useTour((state) => state.settledView);
  const rose = useRef<SVGGElement>(null);
  const letter = useRef<SVGTextElement>(null);
  const heading = toRadians(node?.heading ?? 0);

  useEffect(() => {
    // Follows the camera frame by frame, past React.
    const turn = (yaw: number) => {
      const angle = -toDegrees(yaw + heading);
      rose.current?.setAttribute('transform', `rotate(${angle} 24 24)`);
      // The letter goes around with the rose and stays upright.
      letter.current?.setAttribute('transform', `rotate(${-angle} 24 11.5)`);
    };
    turn(liveView.current.yaw);
    return liveView.subscribe((view) => turn(view.yaw));
  }, [liveView, heading]);

  const facing = t(`facing.${windOf(compassOf(settled, node))}`);
  return (
    <button
      type="button"
      className="compass"
      aria-label={t('compass.turn', { facing })}
      onClick={() => look({ yaw: -heading, pitch: 0 }, { isEased: true })}
    >
      <svg viewBox="0 0 48 48" aria-hidden="true">
        <circle cx="24" cy="24" r="21.500" className="compass__ring" />
        <path d="M24 1.500v4" className="compass__lubber" />
        <g ref={rose}>
          <path d="M24 38v4M6 24h4M38 24h4" className="compass__tick" />
          <path d="m24 19.500 4.500 12.500-4.500-2.500-4.500 2.500z" className="compass__needle" />
          <text ref={letter} x="24" y="15.5" textAnchor="middle" className="compass__north">
            {t('compass.north')}
          </text>
        </g>
      </svg>
    </button>
  );
}
