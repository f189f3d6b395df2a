/** One relic in the visitor's hands, from being taken up to being put back: all that is made for it is disposed of with it. */
import { Group } from 'three';
import type { ModelAsset } from '#document/relicSchema.ts';
import { pickText } from '#i18n/pickText.ts';
import type { Hit } from '#scene/relic/measure/protocol.ts';
import { orbitAt } from '#tour/relic/orbit/orbitState.ts';
import { isWholeRequest, keepWhole, resolveRequest } from '#tour/relic/orbit/request.ts';
import { easeTo, jumpTo, showWhole } from '#tour/relic/orbit/wishes.ts';
import type { OrbitRequest, RelicFacts, RelicVisit } from '#tour/relic/state.ts';
import { uncertaintyOf } from '#tour/relic/uncertainty.ts';
import { findRelicAsset } from '#tour/relic/commands.ts';
import { Annotated } from './annotation/annotated.ts';
import type { Spot } from './hand/desk.ts';
import { LiveLamp } from './light/liveLamp.ts';
import type { RelicRoomOptions, ShownRelic } from './roomOptions.ts';
import { Caps } from './section/caps.ts';
import { Cut } from './section/cut.ts';
import { labelStyle } from '../../sign/labelStyle.ts';
import type { StageSet } from './stage/stageSet.ts';
import { Clips } from './states/clips.ts';
import { factsOf } from './states/factsOf.ts';
import { newestOf, Showing, type Stand } from './states/showing.ts';
import { Setting } from './stage/setting.ts';
import { isAbort, Readings } from './surface/readings.ts';
import { whenAnswered } from './surface/whenAnswered.ts';
import type { OrbitView } from './view/orbitView.ts';

export interface ShowcaseParts {
  readonly options: RelicRoomOptions;
  readonly view: OrbitView;
  readonly stage: StageSet;
}

export class Showcase {
  readonly group = new Group();
  readonly annotated: Annotated;
  readonly cut = new Cut();
  readonly lamp: LiveLamp;
  readonly showing: Showing;
  /** The state of the tour that is carried out. */
  relic: RelicVisit;
  /** Whether words or lines over the relic have changed since they were last drawn. */
  isStale = true;
  readonly #parts: ShowcaseParts;
  readonly #caps: Caps;
  readonly #clips = new Clips();
  readonly #readings: Readings;
  readonly #setting: Setting;
  readonly #asset: ModelAsset | null;
  readonly #unwatch: () => void;
  #request: OrbitRequest | null = null;
  #hasArrived = false;
  #facts: RelicFacts | null = null;
  #isGone = false;

  constructor(parts: ShowcaseParts, relic: RelicVisit) {
    this.#parts = parts;
    this.relic = relic;
    const { options } = parts;
    const { exhibition } = options.tour.store.getState();
    const asset = findRelicAsset(exhibition, relic.assetId);
    this.#asset = asset?.kind === 'model' ? asset : null;
    this.#setting = new Setting(parts.view, parts.stage, asset ?? null);
    this.lamp = new LiveLamp(relic.lamp);
    this.#caps = new Caps(this.group, [...this.cut.planes]);
    this.#readings = new Readings(
      (stateId) => this.#onRead(stateId),
      (error) => reportError(error),
    );
    this.annotated = new Annotated({
      annotations: this.#asset?.annotations ?? [],
      view: parts.view,
      readings: this.#readings,
      isMotionReduced: options.isMotionReduced,
      language: () => options.tour.store.getState().language,
      onChange: () => this.#redraw(),
    });
    this.group.add(this.annotated.marks.group);
    this.showing = new Showing({
      pool: options.pool,
      assetId: relic.assetId,
      name: `relic-room:${relic.hotspotId}:${relic.serial}`,
      group: this.group,
      onChange: (stand) => this.#onChange(stand),
    });
    this.#unwatch = options.pool.onChange((instanceId) => this.showing.refresh(instanceId));
    this.#request = relic.orbitRequest;
    this.#wear();
    this.showing.setStates(relic.states);
    this.#clips.play(relic.clip);
    this.#setSection();
    this.#parts.stage.shine(this.lamp.current);
  }

  /** Whether something of it is drawn. */
  get isThere(): boolean {
    return this.showing.isThere;
  }

  /** Of a length on it, metres; 0 where nothing is said of it. */
  get uncertainty(): number {
    return (this.#asset && uncertaintyOf(this.#asset, this.relic)) ?? 0;
  }

  get shown(): ShownRelic | null {
    const { main } = this.showing;
    const object = main && newestOf(main)?.object;
    return object ? { content: object.content, variant: this.relic.variant, stateId: main.stateId } : null;
  }

  get fault(): string | null {
    const main = this.showing.main;
    return main && main.dresses.size === 0 ? this.#parts.options.pool.faultOf(main.instanceId) : null;
  }

  /** The tour's state of the relic has changed. */
  follow(relic: RelicVisit): void {
    const before = this.relic;
    this.relic = relic;
    this.isStale = true;
    if (relic.orbitRequest.serial !== before.orbitRequest.serial) this.#request = relic.orbitRequest;
    if (relic.lamp !== before.lamp) this.lamp.follow(relic.lamp);
    if (relic.surface !== before.surface || relic.variant !== before.variant) this.#wear();
    if (relic.states !== before.states) this.showing.setStates(relic.states);
    if (relic.clip !== before.clip) this.#clips.play(relic.clip);
    if (relic.section !== before.section) {
      this.#setSection();
      this.#shadeGround();
    }
    if (relic.annotationId !== before.annotationId) {
      const isLookedAt = relic.orbitRequest.serial !== before.orbitRequest.serial;
      this.annotated.open(relic.annotationId, isLookedAt || !this.#hasArrived);
    }
    if (relic.tool !== before.tool) this.annotated.marks.setShown(relic.tool === 'orbit');
  }

  /** Before the camera is set: carries out what was asked of it; says whether anything was. */
  aim(): boolean {
    const request = this.#request;
    if (!request || !this.#setting.isKnown) return false;
    this.#request = null;
    const { view, options } = this.#parts;
    const { state, limits } = view;
    const { yaw, pitch } = { ...state.pose, ...request.orbit };
    view.measure(yaw, pitch);
    const wish = keepWhole(request.orbit, state.isWhole);
    const orbit = resolveRequest(wish, orbitAt(state.pose), limits);
    if (this.#hasArrived && request.isEased && !options.isMotionReduced()) easeTo(state, orbit);
    else jumpTo(state, orbit);
    if (!this.#hasArrived) view.arrive();
    state.isWhole = isWholeRequest(wish);
    this.#hasArrived = true;
    return true;
  }

  /** The rest of the frame; `widthPx` in device pixels. Says whether another is wanted. */
  step(dt: number, now: number, widthPx: number, isMoving: boolean): boolean {
    const { options, stage, view } = this.#parts;
    const isStill = options.isMotionReduced();
    let goesOn = this.showing.step(dt, widthPx, isStill);
    if (this.lamp.step(dt, isStill)) {
      stage.shine(this.lamp.current);
      this.isStale = goesOn = true;
    }
    if (this.cut.step(dt, view.middle, view.radius)) {
      stage.redrawShadow();
      this.isStale = goesOn = true;
    }
    this.#clips.follow(this.showing.bodies().map(({ object }) => object));
    if (this.#clips.step(dt, isStill)) {
      stage.redrawShadow();
      goesOn = true;
    }
    if (this.annotated.step(dt, now, this.relic.states.stateId, this.cut.current, isMoving)) goesOn = true;
    this.#noteFacts();
    return goesOn;
  }

  placeCaps(pixelRatio: number): void {
    this.#caps.place(this.cut.foot, this.cut.normal, this.#parts.view.radius * 4, pixelRatio);
  }

  /** What is under a point of the picture; null beside the relic and while its surface is not known yet. */
  async pick(spot: Spot): Promise<Hit | null> {
    const stand = this.showing.at((spot.x + 1) / 2);
    if (!stand) return null;
    const { origin, direction } = this.#parts.view.rayThrough(spot.x, spot.y);
    try {
      return await this.#readings.pick(stand.stateId, origin, direction, this.cut.current);
    } catch (error) {
      if (!isAbort(error)) throw error;
      return null;
    }
  }

  labelAnnotation(pixelRatio: number): void {
    const { exhibition, language } = this.#parts.options.tour.store.getState();
    this.annotated.marks.label((annotation) => {
      const picked = pickText(annotation.label, language, exhibition.defaultLanguage);
      return { ...picked, label: labelStyle(pixelRatio) };
    });
  }

  dispose(): void {
    this.#isGone = true;
    this.#unwatch();
    this.#clips.dispose();
    this.showing.dispose();
    this.#caps.dispose();
    this.annotated.dispose();
    this.#readings.dispose();
    this.group.removeFromParent();
  }

  #wear(): void {
    const { surface, variant, section } = this.relic;
    this.showing.wear({ surface, variant, planes: section ? [...this.cut.planes] : null });
    this.#parts.stage.redrawShadow();
  }

  #setSection(): void {
    const isNew = this.cut.follow(this.relic.section, this.#parts.options.isMotionReduced());
    if (!isNew) return;
    const planes = this.relic.section ? [...this.cut.planes] : null;
    this.#wear();
    this.annotated.setPlanes(planes);
    this.#fillCut();
  }

  /** Tells the caps what is cut. */
  #fillCut(): void {
    if (!this.relic.section) {
      this.#caps.show([]);
      return;
    }
    this.#caps.show(
      this.showing.bodies().map(({ meshes, stand, object }) => ({
        meshes,
        show: stand.show,
        isClosed: this.#readings.closedOf(stand.stateId, object.content),
      })),
    );
  }

  #onChange(stand: Stand): void {
    const newest = newestOf(stand);
    this.#readings.update(stand.stateId, newest?.object ?? null);
    if (newest && stand === this.showing.main && this.#setting.meet(newest.object.content)) {
      const { view } = this.#parts;
      if (this.#hasArrived && view.state.isWhole) showWhole(view.state, view.limits, false);
    }
    this.#fillCut();
    this.#parts.stage.redrawShadow();
    this.#redraw();
  }

  #onRead(stateId: string): void {
    this.#fillCut();
    this.#redraw();
    if (this.showing.main?.stateId !== stateId) return;
    this.annotated.lay(stateId);
    this.#shadeGround();
  }

  /** Finds how the relic, or what a cut leaves of it, darkens what it stands on. */
  #shadeGround(): void {
    const { plinth } = this.#parts.stage;
    const { states, section } = this.relic;
    const light = this.#readings.ask(states.stateId, { kind: 'ground', ...plinth.wish(section) });
    whenAnswered(
      light,
      () => this.#isGone,
      (cells) => {
        plinth.shade(cells);
        this.#redraw();
      },
    );
  }

  #noteFacts(): void {
    const { pool, tour } = this.#parts.options;
    const { main, isComing } = this.showing;
    const object = main && newestOf(main)?.object;
    const known = this.#facts;
    if (!object && !known) return;
    // Cheap to ask in every frame; the store hears of it when it is news.
    const isKnown = !object || (known?.quality === object.quality && (!known.isRefining || !pool.isSettled));
    if (isKnown && known?.isComing === isComing) return;
    const facts = object ? factsOf(object, this.#asset, main.stateId, pool.isSettled) : known;
    if (!facts) return;
    this.#facts = { ...facts, isComing };
    tour.commands.relic.noteFacts(this.#facts);
  }

  #redraw(): void {
    this.isStale = true;
    this.#parts.options.requestFrame();
  }
}
