import { excerpt } from '#tour/find/excerpt.ts';
import type { Found, MetTerms } from '#tour/find/findIndex.ts';
import { nearestSpot, type Thing } from '#tour/find/things.ts';
import { findHotspot, findNode } from '#tour/selectors/findNode.ts';
import { useTexts, useTour } from '../context.ts';
import { Text, usePick } from '../Text.tsx';
import type { FoundGroup } from './groupFound.ts';

interface ResultsProps {
  /** The id of the option at `n` is `${id}-${n}`, counted over all groups. */
  readonly id: string;
  readonly groups: readonly FoundGroup[];
  readonly active: number | null;
  readonly onChoose: (thing: Thing) => void;
}

/** The options of the list, by what they are. */
export function Results({ id, groups, active, onChoose }: ResultsProps) {
  const t = useTexts();
  const firsts = groups.map((_, at) => groups.slice(0, at).reduce((sum, { found }) => sum + found.length, 0));
  return groups.map(({ group, found }, at) => (
    <ul key={group} role="group" aria-labelledby={`${id}-${group}`} className="results">
      <li role="presentation" id={`${id}-${group}`} className="results__heading">
        {t(`find.group.${group}`)}
      </li>
      {found.map((one, index) => {
        const number = (firsts[at] ?? 0) + index;
        return (
          <li
            key={one.thing.key}
            id={`${id}-${number}`}
            role="option"
            aria-selected={number === active}
            className="result"
            // The focus stays in the field.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(one.thing)}
          >
            <Result found={one} />
          </li>
        );
      })}
    </ul>
  ));
}

/** Its name in the visitor's language, where it is, and the text that was met, in whatever language. */
function Result({ found: { thing, field, text, language, terms } }: { found: Found }) {
  const pick = usePick();
  const name = pick(thing.label);
  const isSaidByName = field === 'label' && language === name.language;
  return (
    <>
      <span className="result__name serif" lang={name.language}>
        <Marked text={name.text} terms={terms} />
      </span>
      <Where thing={thing} />
      {!isSaidByName && (
        <span className="result__text" lang={language}>
          <Marked text={text} terms={terms} />
        </span>
      )}
    </>
  );
}

function Marked({ text, terms }: { text: string; terms: MetTerms }) {
  return excerpt(text, terms).map(({ text: part, isMet }, at) => (isMet ? <mark key={at}>{part}</mark> : part));
}

/** The place of a thing, of a detail its relic too. */
function Where({ thing }: { thing: Thing }) {
  const exhibition = useTour((state) => state.exhibition);
  const nodeId = useTour((state) => state.nodeId);
  if (thing.kind === 'place' || thing.kind === 'tour') return null;
  const spot = nearestSpot(thing, nodeId);
  const node = findNode(exhibition, spot.nodeId);
  const relic = thing.kind === 'detail' ? findHotspot(node, spot.hotspotId ?? '') : undefined;
  return (
    <span className="result__where">
      {relic && (
        <>
          <Text map={relic.label} />
          {' · '}
        </>
      )}
      {node && <Text map={node.label} />}
    </span>
  );
}
