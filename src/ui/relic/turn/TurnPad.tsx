import { useRef, useState } from 'react';
import type { Orbit } from '#tour/relic/state.ts';
import { useCommands, useTexts } from '../../context.ts';
import { Icon } from '../../Icon.tsx';
import { boundsOf } from '../bounds.ts';
import { useRelic } from '../inHand.ts';
import { firstOrbit, nextOrbit, type Way, WAYS } from './nextOrbit.ts';
import { TurnButton } from './TurnButton.tsx';

const WAY_NAMES = Object.keys(WAYS) as Way[];
/** Where the buttons stand open from the start. */
const ROOMY = '(min-width: 56rem) and (min-height: 30rem)';

/** Every drag and pinch of the relic as a button. */
export function TurnPad() {
  const t = useTexts();
  const { relic } = useCommands();
  const { visit, asset } = useRelic();
  const [isOpen, setOpen] = useState(() => matchMedia(ROOMY).matches);
  /** Where the last press led, from where the camera was at rest before it: presses add up while it is on its way. */
  const wish = useRef<{ readonly from: Orbit | null; readonly to: Partial<Orbit> } | null>(null);
  const turn = (way: Way) => {
    const bounds = boundsOf(asset, visit.facts);
    const { settledOrbit } = visit;
    const onItsWay = wish.current?.from === settledOrbit ? wish.current.to : {};
    const now = { ...(settledOrbit ?? firstOrbit(bounds)), ...onItsWay };
    const to = { ...onItsWay, ...nextOrbit(now, way, bounds) };
    wish.current = { from: settledOrbit, to };
    relic.orbit(to, { isEased: true });
  };
  const showWhole = () => {
    wish.current = null;
    relic.orbit(null, { isEased: true });
  };
  const label = t(isOpen ? 'relic.turn.hide' : 'relic.turn.show');
  return (
    <div className="pad turn chrome" role="group" aria-label={t('relic.turn.label')}>
      {isOpen && (
        <div className="pad__buttons">
          {WAY_NAMES.map((way) => (
            <TurnButton key={way} name={way} onPress={() => turn(way)} />
          ))}
          <TurnButton name="whole" onPress={showWhole} />
        </div>
      )}
      <button
        type="button"
        className="pad__toggle round"
        aria-expanded={isOpen}
        aria-label={label}
        title={label}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={isOpen ? 'close' : 'pad'} />
      </button>
    </div>
  );
}
