/** What a visitor can do with a relic: only what it and this browser allow. */
import type { ModelAsset, TilesetAsset } from '#document/schema.ts';
import type { RelicFacts } from '#tour/relic/state.ts';

export const TOOLS = [
  'label', 'details', 'tour', 'states', 'light', 'surface', 'section', 'tape', 'size', 'take', 'motion',
] as const; // prettier-ignore
export type Tool = (typeof TOOLS)[number];
/** The tour takes the place of the tools instead of opening a panel. */
export type PanelTool = Exclude<Tool, 'tour'>;

export interface ToolFacts {
  readonly asset: ModelAsset | TilesetAsset;
  readonly facts: RelicFacts | null;
  /** Without a picture nothing can be lit, cut or measured. */
  readonly hasPicture: boolean;
  /** Whether a file of it may and can be taken along, or it can be placed in one's own room. */
  readonly canBeTaken: boolean;
}

export function listTools({ asset, facts, hasPicture, canBeTaken }: ToolFacts): Tool[] {
  const model = asset.kind === 'model' ? asset : null;
  const isOffered = {
    label: true,
    details: (model?.annotations?.length ?? 0) > 0,
    tour: (model?.steps?.length ?? 0) > 0,
    states: (model?.states?.length ?? 0) > 0,
    light: hasPicture,
    surface: hasPicture,
    section: hasPicture,
    tape: hasPicture,
    size: hasPicture,
    motion: hasPicture && (facts?.clips.length ?? 0) > 0,
    take: canBeTaken,
  } satisfies Record<Tool, boolean>;
  return TOOLS.filter((tool) => isOffered[tool]);
}
