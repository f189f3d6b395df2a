import type { Fault } from '#document/fault.ts';
import type { StepLayers } from '#document/tourSchema.ts';
import type { Vec3 } from '#shared/vec.ts';
import type { AccessSettings } from './access/state.ts';
import type { Caption, CaptionSettings } from './captions/state.ts';
import type { StartOptions } from './guide/commands.ts';
import type { GuideRate } from './guide/state.ts';
import type { GuideEvent } from './guide/stepGuide.ts';
import type { GoToOptions } from './commands/goTo.ts';
import type { CompareMode, Comparison } from './compare/state.ts';
import type { ComfortSettings, HeadsetMenu } from './headset/state.ts';
import type { TourLight } from './light/state.ts';
import type { TapeKind } from './measure/state.ts';
import type { WallPoint } from './measure/wall.ts';
import type { RelicSettings } from './relic/commands.ts';
import type { Orbit, RelicFacts } from './relic/state.ts';
import type { Panel, Stand, View } from './state.ts';
import type { SoundSettings, Teller } from './sound/state.ts';
import type { Wall, WallDirection, WallFrame, WallRefusal } from './wallView/state.ts';

/** The only writers of the tour's state; each is documented in its own file under `commands`. */
export interface TourCommands {
  goTo(nodeId: string, options?: GoToOptions): void;
  look(view: Partial<View>, options: { isEased: boolean; isGuided?: boolean }): void;
  settle(view: View): void;
  /** Of the visitor's own spot it notes a rest, of another one it is a wish to be there. Metres, halls only. */
  stand(stand: Stand): void;
  /** The same of the part of a flat picture that fills the page. Metres from its middle; flat pictures only. */
  showFlat(frame: WallFrame): void;
  openPanel(panel: Panel): void;
  closePanel(): void;
  setLanguage(tag: string): void;
  enter(): void;
  report(faults: readonly Fault[]): void;
  noteAttributions(assetId: string, lines: readonly string[]): void;
  /** Of the layers that are seen together; see `tour/compare`. */
  readonly compare: CompareCommands;
  /** Of the light of places; see `tour/light`. */
  readonly light: LightCommands;
  /** Of the tape at the walls; see `tour/measure`. */
  readonly tape: TapeCommands;
  /** Of a wall brought closer; see `tour/wallView`. */
  readonly wall: WallCommands;
  /** Of the visit in a headset; see `tour/headset`. */
  readonly headset: HeadsetCommands;
  /** Of a guided tour; see `tour/guide`. */
  readonly guide: GuideCommands;
  /** Of what is said and heard, in words; see `tour/captions`. */
  readonly captions: CaptionCommands;
  /** Of how the page is used; see `tour/access`. */
  readonly access: AccessCommands;
  /** Of what is heard; see `tour/sound`. */
  readonly sound: SoundCommands;
  /** Of the relic in the visitor's hands; see `tour/relic`. */
  readonly relic: RelicCommands;
}

export interface AccessCommands {
  set(settings: Partial<AccessSettings>): void;
}

export interface GuideCommands {
  start(tourId: string, options?: StartOptions): void;
  pause(): void;
  resume(): void;
  back(): void;
  skip(): void;
  setRate(rate: GuideRate): void;
  choose(choice: number): void;
  leave(): void;
  /** Written by whoever drives it. */
  note(event: GuideEvent, seconds?: number): void;
}

export interface CaptionCommands {
  show(caption: Caption): void;
  clear(source?: string): void;
  set(settings: Partial<CaptionSettings>): void;
}

export interface SoundCommands {
  set(settings: Partial<SoundSettings>): void;
  /** Strikes a relic of the place. */
  ring(hotspotId: string): void;
  /** Sounds once, all around. */
  play(audioId: string): void;
  noteTeller(teller: Teller | null): void;
  noteHeard(audioIds: readonly string[]): void;
}

export interface CompareCommands {
  open(layerId: string, mode?: CompareMode): void;
  /** As a step of a tour says. */
  present(layers: StepLayers): void;
  close(): void;
  set(settings: Partial<Omit<Comparison, 'layerId'>>): void;
  /** Hides all conjecture, or shows it again. */
  setOnlyFound(isOn: boolean): void;
}

export interface LightCommands {
  set(settings: Partial<TourLight>): void;
  /** As photographed. */
  reset(): void;
}

export interface TapeCommands {
  open(): void;
  close(): void;
  choose(kind: TapeKind): void;
  note(isReady: boolean | null): void;
  add(point: WallPoint | null): void;
  finish(): void;
  undo(): void;
  clear(index?: number): void;
}

export interface WallCommands {
  ask(direction: WallDirection, frame?: WallFrame | null): void;
  note(found: { readonly wall: Wall; readonly frame: WallFrame } | WallRefusal): void;
  settle(frame: WallFrame): void;
  close(): void;
}

export interface HeadsetCommands {
  begin(menu: HeadsetMenu | null): void;
  end(): void;
  noteVisible(isVisible: boolean): void;
  openMenu(menu: HeadsetMenu | null): void;
  recentre(): void;
  setComfort(settings: Partial<ComfortSettings>): void;
  /** To the next visitor. */
  handOver(): void;
}

export interface RelicCommands {
  open(hotspotId: string): void;
  close(): void;
  orbit(orbit: Partial<Orbit> | null, options: { isEased: boolean }): void;
  settle(orbit: Orbit): void;
  set(settings: Partial<RelicSettings>): void;
  openAnnotation(annotationId: string | null): void;
  measure(point: Vec3): void;
  clearMeasurements(index?: number): void;
  goToStep(index: number | null): void;
  noteFacts(facts: RelicFacts): void;
}
