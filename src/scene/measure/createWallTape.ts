/** The tape at the walls of a place: where a press meets them, the lines, and the lengths written beside them. */
import { Color, Group } from 'three';
import type { Locale } from '#i18n/locale.ts';
import { describeMeasured } from '#i18n/measured.ts';
import { PLASTER } from '#scene/hotspot/colours.ts';
import type { LayerFrame, SceneLayer } from '#scene/frame/layer.ts';
import type { Pointing } from '#scene/look/desk.ts';
import { labelStyle } from '#scene/sign/labelStyle.ts';
import { ScreenLines, type Segment } from '#scene/sign/screenLines.ts';
import { Tag } from '#scene/sign/tag.ts';
import { directionOf, type Vec3 } from '#shared/vec.ts';
import { middleOf, measure } from '#tour/measure/measure.ts';
import type { Tour } from '#tour/store.ts';
import type { TourState } from '#tour/state.ts';
import type { WallDepth } from './wallDepth.ts';

export interface WallTapeOptions {
  readonly tour: Tour;
  readonly requestFrame: () => void;
  readonly walls: WallDepth;
  readonly loadLocale: (tag: string) => Promise<Locale>;
}

export interface WallTapeLayer extends SceneLayer {
  /** A press at a direction of the view; says whether it was the tape's. */
  pick(pointing: Pointing): boolean;
}

const LINE_PX = 2;
const RISE_PX = 20;

export function createWallTape(options: WallTapeOptions): WallTapeLayer {
  const { tour, walls, requestFrame, loadLocale } = options;
  const { store, commands } = tour;
  const group = new Group();
  group.name = 'tape at the walls';
  group.visible = false;
  const lines = new ScreenLines();
  group.add(lines.group);
  const tags: Tag[] = [];
  const colour = new Color(PLASTER);
  let isStale = true;
  let locale: Locale | null = null;
  let wanted = '';

  const speak = (language: string): void => {
    if (language === wanted) return;
    wanted = language;
    void loadLocale(language).then((loaded) => {
      if (wanted !== language) return;
      locale = loaded;
      isStale = true;
      requestFrame();
    });
  };
  const note = (): void => commands.tape.note({ away: false, coming: false, here: true, none: null }[walls.state]);

  const follow = (state: TourState, before: TourState | null): void => {
    if (state.tape && !before?.tape) note();
    if (before && state.tape === before.tape && state.language === before.language) return;
    isStale = true;
    requestFrame();
  };
  const unsubscribe = store.subscribe(follow);
  const stopWaiting = walls.subscribe(note);
  follow(store.getState(), null);

  const draw = (pixelRatio: number): void => {
    const { tape, language } = store.getState();
    speak(language);
    const style = labelStyle(pixelRatio);
    const segments: Segment[] = [];
    let used = 0;
    const all = tape ? [...tape.done, { kind: tape.kind, points: tape.points }] : [];
    for (const [index, measurement] of all.entries()) {
      const { kind, points } = measurement;
      const at = points.map(({ position }) => position);
      const isDone = index < all.length - 1;
      for (const [i, from] of at.entries()) {
        const to = at[i + 1] ?? (kind === 'area' && isDone ? at[0] : undefined);
        if (to) segments.push({ from, to, colour, widthPx: LINE_PX });
        else if (at.length === 1) segments.push(...dotAt(from, colour));
      }
      if (!isDone) continue;
      const tag = (tags[used] ??= new Tag(group, requestFrame));
      tag.say(locale ? describeMeasured(kind, measure(measurement), locale) : '', language, style);
      tag.place(middleOf(measurement), RISE_PX);
      used++;
    }
    for (const tag of tags.slice(used)) tag.say('', language, style);
    lines.show(segments);
  };

  return {
    group,
    hasCamera: false,
    hidesPanoramas: false,
    get isSettled() {
      const { tape } = store.getState();
      return !tape || tape.isReady !== false;
    },
    aim: () => undefined,
    pick({ yaw, pitch }) {
      const { tape, panel } = store.getState();
      if (!tape || panel?.kind !== 'measure') return false;
      if (walls.state !== 'here') return walls.state !== 'none';
      const direction = directionOf(yaw, pitch);
      const wall = walls.read(direction);
      const [x, y, z] = direction;
      const position = wall && ([x * wall.metres, y * wall.metres, z * wall.metres] as const);
      commands.tape.add(position && { position, error: wall.error });
      return true;
    },
    frame({ renderer, sample }: LayerFrame) {
      const { tape, relic } = store.getState();
      const eye = sample.eyes[0];
      group.visible = tape !== null && relic === null && eye !== undefined;
      if (!group.visible || !eye) return false;
      const pixelRatio = renderer.getPixelRatio();
      if (isStale) draw(pixelRatio);
      isStale = false;
      lines.follow(eye.widthPx, eye.heightPx, pixelRatio);
      const unitsPerPx = ((eye.tanTop + eye.tanBottom) / eye.heightPx) * pixelRatio;
      for (const tag of tags) tag.follow(unitsPerPx);
      return false;
    },
    stats: () => ({ gpuBytes: {}, bytes: walls.bytes, requests: walls.requests, longestUploadMs: 0 }),
    restoreContext() {
      isStale = true;
    },
    dispose() {
      unsubscribe();
      stopWaiting();
      lines.dispose();
      for (const tag of tags) tag.dispose();
    },
  };
}

/** A small cross where the first point is. */
function dotAt(at: Vec3, colour: Color): Segment[] {
  const arm = 0.006 * Math.hypot(...at);
  return [0, 1, 2].map((axis) => {
    const ends = [-arm, arm].map(
      (step) => at.map((value, i) => (i === axis ? value + step : value)) as unknown as Vec3,
    );
    return { from: ends[0] ?? at, to: ends[1] ?? at, colour, widthPx: LINE_PX };
  });
}
