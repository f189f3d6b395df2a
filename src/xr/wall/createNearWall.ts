/**
 * A piece of wall pulled up before the visitor in a headset: at its full fineness, on a board that stays in the place.
 *
 *     scene.add(nearWall.layer);
 *     nearWall.open(pointer.ray, head);            // then, each frame: frame(head, dt)
 *     const met = nearWall.pick(pointer.ray);      // before what lies behind it
 *     if (met && isPressed) nearWall.press(pointer.id, pointer.ray);
 */
import { directionOf, type Vec3, yawPitchOf } from '#shared/vec.ts';
import type { Locale } from '#i18n/locale.ts';
import type { KnownWalls } from '#scene/hotspot/knownWalls.ts';
import type { SceneLayer } from '#scene/frame/layer.ts';
import { labelStyle } from '#scene/sign/labelStyle.ts';
import type { Pyramid } from '#streaming/pyramid/pyramid.ts';
import { minFovFor } from '#tour/look/limits.ts';
import { selectNode } from '#tour/selectors/findNode.ts';
import type { Tour } from '#tour/store.ts';
import { axesOf, fitWall } from '#tour/wallView/fitWall.ts';
import { pointInDirection } from '#tour/wallView/frame.ts';
import { assumedWall, isMeasured, meetQuad, scaleOf } from '#tour/wallView/quad.ts';
import {
  createQuadHands, dragQuad, firstFrame, gripQuad, type Piece, releaseAll, releaseQuad, scaleQuad,
} from '#tour/wallView/quadHands.ts'; // prettier-ignore
import {
  AWAY,
  createQuad,
  distanceOf,
  FIRST_DISTANCE,
  pushQuad,
  returnQuad,
  standQuad,
} from '#tour/wallView/quadPlace.ts';
import { scaleBarFor } from '#tour/wallView/scaleBar.ts';
import type { Wall, WallDirection } from '#tour/wallView/state.ts';
import type { Ray } from '../input/pointer.ts';
import { seenFromCentre } from '../point/seenFrom.ts';
import { partAt, WallBoard, type WallPart } from './wallBoard.ts';
import { MOST_BAR, sayPictures, WallCaption } from './wallCaption.ts';
import { WallQuad } from './wallQuad.ts';

export interface NearWallOptions {
  readonly tour: Tour;
  readonly known: KnownWalls;
  /** Of the picture of the place; null where there is none, as in a hall. */
  readonly pyramid: () => Pyramid | null;
  /** Where in the place the centre of the picture is: its origin, or the head that a picture without depth goes along with. */
  readonly centre: () => Vec3;
  readonly loadLocale: (tag: string) => Promise<Locale>;
  readonly requestFrame: () => void;
}

/** In the place, metres and radians. */
export interface HeadInPlace {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly yaw: number;
}

export interface WallMet {
  readonly part: WallPart;
  readonly point: Vec3;
  /** Along the ray, metres. */
  readonly distance: number;
}

export interface NearWall {
  readonly layer: SceneLayer;
  readonly isOpen: boolean;
  /** Pulls up the piece of wall that a ray means; false where there is no picture. */
  open(ray: Ray, head: HeadInPlace): boolean;
  /** What of the board a ray meets; its button lights up in the next frame. */
  pick(ray: Ray): WallMet | null;
  /** Takes hold of the picture, or puts the board away at its button; false for what is neither. */
  press(pointerId: number, ray: Ray): boolean;
  drag(pointerId: number, ray: Ray): void;
  release(pointerId: number): void;
  /** A stick over the board in this frame, −1 to 1: right shows the wall larger, forward moves the board away. */
  stick(x: number, y: number, ray: Ray): void;
  close(): void;
  /** Once a frame, before the scene draws. @param dt Seconds. */
  frame(head: HeadInPlace, dt: number): void;
  dispose(): void;
}

/** Device pixels to a metre of the board before an eye has seen it. */
const USUAL_PX = 900 / FIRST_DISTANCE;
/** Of a stick held to its end: the logarithm of the magnification per second. */
const ZOOM_SPEED = 0.9;

export function createNearWall({ tour, known, pyramid, centre, loadLocale, requestFrame }: NearWallOptions): NearWall {
  const { store } = tour;
  const quad = createQuad();
  const shown = new WallQuad(quad);
  const caption = new WallCaption();
  const board = new WallBoard(quad, caption);
  const hands = createQuadHands();
  const hit = { x: 0, y: 0, distance: 0 };
  const wish = { x: 0, y: 0, atX: 0, atY: 0 };
  let piece: (Piece & { minFov: number }) | null = null;
  let asked: WallDirection = { yaw: 0, pitch: 0 };
  let isTouched = false;
  let isPushed = false;
  let isButtonMet = false;
  let isStale = true;
  let locale: Locale | null = null;
  let wanted = '';

  const minFov = (): number => {
    const picture = pyramid();
    return picture ? minFovFor(picture, quad.height * (shown.pxPerMetre || USUAL_PX)) : 0;
  };
  const find = (): void => {
    const walls = known.of(selectNode(store.getState())?.asset ?? '');
    const read = (direction: Vec3) => {
      const at = yawPitchOf(direction);
      return walls?.(at.yaw, at.pitch) ?? null;
    };
    const direction = directionOf(asked.yaw, asked.pitch);
    const found = walls ? fitWall(read, asked) : 'no-depth';
    const wall: Wall = typeof found === 'string' ? assumedWall(direction, axesOf(direction, asked)) : found;
    const at = pointInDirection(wall, direction) ?? { x: 0, y: 0 };
    const limits = { wall, quad, minFov: minFov() };
    piece = { ...limits, frame: firstFrame(limits, at.x, at.y) };
    requestFrame();
  };
  const speak = (): void => {
    isStale = true;
    const { language } = store.getState();
    if (language === wanted) return;
    wanted = language;
    void loadLocale(language).then((loaded) => {
      if (wanted !== language) return;
      locale = loaded;
      isStale = true;
      requestFrame();
    });
  };
  const close = (): void => {
    piece = null;
    releaseAll(hands);
    board.group.visible = false;
    requestFrame();
  };
  const meet = ({ origin, direction }: Ray): boolean => piece !== null && meetQuad(hit, quad, origin, direction);

  let bar = -1;
  let round: ReturnType<typeof scaleBarFor> = null;
  const tellScale = ({ wall, frame }: Piece): void => {
    if (!locale) return;
    if (frame.width !== bar) {
      bar = frame.width;
      const before = round?.metres;
      round = isMeasured(wall) ? scaleBarFor(scaleOf(frame, quad), MOST_BAR * quad.width) : null;
      board.showBar(round?.lengthPx ?? 0);
      if (round?.metres !== before) isStale = true;
    }
    if (!isStale) return;
    isStale = false;
    caption.write(round?.metres ?? null, sayPictures(store.getState(), locale), locale, labelStyle(1).family);
  };

  const unsubscribe = store.subscribe((state, before) => {
    if (!piece) return;
    if (state.nodeId !== before.nodeId || state.exhibition !== before.exhibition || state.relic !== before.relic)
      close();
    else if (
      state.comparison !== before.comparison ||
      state.light !== before.light ||
      state.language !== before.language
    )
      speak();
  });
  const stopWaiting = known.subscribe(() => {
    // Whoever has a hand in it already keeps what there is.
    if (!piece || isTouched || isMeasured(piece.wall)) return;
    find();
    bar = -1;
    isStale = true;
  });

  const layer: SceneLayer = {
    group: board.group,
    hasCamera: false,
    hidesPanoramas: false,
    isSettled: true,
    get quad() {
      return piece && board.group.visible ? shown : null;
    },
    aim: () => undefined,
    frame: () => false,
    stats: () => ({ gpuBytes: { board: caption.gpuBytes }, bytes: 0, requests: 0, longestUploadMs: 0 }),
    restoreContext: () => undefined,
    dispose: () => undefined,
  };

  return {
    layer,
    get isOpen() {
      return piece !== null;
    },
    open({ origin, direction }, head) {
      if (!pyramid()) return false;
      const [x, y, z] = centre();
      const walls = known.of(selectNode(store.getState())?.asset ?? '');
      const { yaw, pitch } = seenFromCentre(
        { origin: [origin[0] - x, origin[1] - y, origin[2] - z], direction },
        walls,
      );
      asked = { yaw, pitch };
      isTouched = isPushed = false;
      bar = -1;
      releaseAll(hands);
      standQuad(quad, [head.x, head.y, head.z], head.yaw);
      find();
      speak();
      return true;
    },
    pick(ray) {
      if (!meet(ray)) return null;
      const part = partAt(quad, hit.x, hit.y);
      if (!part) return null;
      isButtonMet ||= part === 'close';
      const at = (k: 0 | 1 | 2): number => ray.origin[k] + ray.direction[k] * hit.distance;
      return { part, point: [at(0), at(1), at(2)], distance: hit.distance };
    },
    press(pointerId, ray) {
      const part = meet(ray) ? partAt(quad, hit.x, hit.y) : null;
      if (part === 'close') close();
      else if (part === 'picture') isTouched = gripQuad(hands, pointerId, hit.x, hit.y) || isTouched;
      return part === 'close' || part === 'picture';
    },
    drag(pointerId, ray) {
      if (piece && meet(ray)) dragQuad(hands, piece, pointerId, hit.x, hit.y);
    },
    release: (pointerId) => releaseQuad(hands, pointerId),
    stick(x, y, ray) {
      if (!meet(ray)) return;
      wish.x = x;
      wish.y = y;
      wish.atX = hit.x;
      wish.atY = hit.y;
    },
    close,
    frame({ x, y, z }, dt) {
      if (!piece) return;
      const head: Vec3 = [x, y, z];
      piece.minFov = minFov();
      if (wish.x !== 0) isTouched = scaleQuad(piece, wish.x * ZOOM_SPEED * dt, wish.atX, wish.atY) || isTouched;
      if (wish.y !== 0) {
        isPushed = true;
        pushQuad(quad, head, wish.y, dt);
        if (wish.y > 0 && distanceOf(quad, head) >= AWAY) {
          close();
          return;
        }
      } else if (isPushed) isPushed = returnQuad(quad, head, dt);
      wish.x = wish.y = 0;
      shown.aim(piece.wall, piece.frame);
      board.place(quad);
      board.light(isButtonMet);
      isButtonMet = false;
      board.group.visible = true;
      tellScale(piece);
    },
    dispose() {
      close();
      unsubscribe();
      stopWaiting();
      board.dispose();
      caption.dispose();
    },
  };
}
