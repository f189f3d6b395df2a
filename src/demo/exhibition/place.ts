/** What is written about a place, before directions are computed from its geometry. */
import type { Hotspot, LanguageMap } from '#document/schema.ts';
import type { Vec3 } from '#demo/cave/cave.ts';
import type { SourceId } from './sources.ts';
import type { Fact } from './words.ts';

/** The pictures a place has, named like the layers; lamplight is an extra one. */
export type PictureId = 'as-found' | 'restored' | 'line-drawing' | 'lamp-light';

/** A point in the place's own frame, metres, or a direction from its eye, degrees. */
export type Spot = { readonly point: Vec3 } | { readonly yaw: number; readonly pitch: number };

/** How the document says where a relic stands: site metres, and degrees clockwise seen from above. */
export type Stands = NonNullable<Extract<Hotspot, { kind: 'relic' }>['stands']>;

export interface LabelText {
  readonly id: string;
  readonly label: LanguageMap;
  readonly spot: Spot;
  /** What it outlines on the walls: points in the place's own frame, metres, in order around it. */
  readonly area?: readonly Vec3[];
  readonly body: LanguageMap;
  readonly facts?: readonly Fact[];
  readonly sources?: readonly SourceId[];
  /** The id of an image asset to show with it. */
  readonly image?: string;
  /** The id of a model asset it is about. */
  readonly model?: string;
  /** Where that model stands in the place itself. */
  readonly stands?: Stands;
  /** In which pictures of the place it is found; as found and by lamplight by default. */
  readonly pictures?: readonly PictureId[];
}

export interface PictureText {
  readonly label: LanguageMap;
  readonly summary: LanguageMap;
  /** Where one looks on arrival, degrees; without a direction, at what the place is about. */
  readonly start: { readonly yaw?: number; readonly pitch?: number; readonly fov: number };
}

export interface PlaceText {
  readonly id: 'terrace' | 'hall' | 'pillar' | 'chamber';
  readonly label: LanguageMap;
  readonly pictures: Partial<Readonly<Record<PictureId, PictureText>>>;
  readonly labels: readonly LabelText[];
}
