/** What has to be said beside a relic about what is shown of it: state, making, credit, rights. */
import type { DigitalSourceType, Exhibition, LanguageMap, ModelAsset, TilesetAsset } from '#document/schema.ts';
import type { RelicState, StateKind } from '#document/relicSchema.ts';
import { madeLabelOf, type MadeLabel } from '#document/sourceType.ts';
import type { StateView } from '#tour/relic/state.ts';

export interface ShownState {
  /** `''` is the model itself. */
  readonly id: string;
  /** Null where the document does not call the model itself anything. */
  readonly label: LanguageMap | null;
  readonly kind: StateKind | null;
  readonly body: LanguageMap | null;
  /** Whether it shows what nobody has seen, so that it has to be said wherever it is shown. */
  readonly isConjecture: boolean;
  readonly made: MadeLabel | null;
  readonly credit: LanguageMap | null;
  /** The exhibition's own stands on its title card and on labels, not beside every relic. */
  readonly requiredStatement: { readonly label: LanguageMap; readonly value: LanguageMap } | null;
  readonly rights: string | null;
}

type Stated = Pick<RelicState, 'credit' | 'requiredStatement' | 'rights' | 'digitalSourceType'>;

/** All states in the order of the document, the model itself first. What one does not say, the model says for it. */
export function listStates(asset: ModelAsset | TilesetAsset, exhibition: Exhibition): ShownState[] {
  const own = asset.kind === 'model' ? asset : null;
  const itself = stateFrom(
    { id: '', label: own?.stateLabel ?? null, kind: own?.stateKind ?? null, body: null },
    asset,
    asset,
    exhibition,
  );
  const others = (own?.states ?? []).map((state) =>
    stateFrom(
      { id: state.id, label: state.label, kind: state.kind, body: state.body ?? null },
      state,
      asset,
      exhibition,
    ),
  );
  return [itself, ...others];
}

/** What is on the screen: the one that is compared with, where there is one, is on the left and comes first. */
export function shownStates(all: readonly ShownState[], { stateId, otherId }: StateView): ShownState[] {
  const find = (id: string) => all.find((state) => state.id === id) ?? all[0];
  const ids = otherId === null || otherId === stateId ? [stateId] : [otherId, stateId];
  return ids.map(find).filter((state) => state !== undefined);
}

function stateFrom(
  named: Pick<ShownState, 'id' | 'label' | 'kind' | 'body'>,
  own: Stated,
  asset: Stated,
  exhibition: Stated,
): ShownState {
  const { kind } = named;
  const sourceType: DigitalSourceType | undefined =
    own.digitalSourceType ?? asset.digitalSourceType ?? exhibition.digitalSourceType;
  return {
    ...named,
    isConjecture: kind === 'conjectural' || kind === 'restored',
    made: madeLabelOf(sourceType),
    credit: own.credit ?? asset.credit ?? null,
    requiredStatement: own.requiredStatement ?? asset.requiredStatement ?? null,
    rights: own.rights ?? asset.rights ?? exhibition.rights ?? null,
  };
}
