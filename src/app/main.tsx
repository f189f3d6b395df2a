/** Starts the viewer: the picture first, the interface over it next, everything else when it is asked for. */
import { bindAddressBar } from '#tour/addressBar.ts';
import type { Exhibition } from '#document/schema.ts';
import { SceneError } from '#scene/frame/sceneError.ts';
import { exhibitionUrl, fetchExhibition } from './fetchExhibition.ts';
import type { SceneHandle } from '#scene/mount.tsx';
import type { FetchedExhibition } from './fetchExhibition.ts';
import type { RelicTools, UiOptions } from '#ui/ports.ts';
import { awaitOffline } from './offline/awaitOffline.ts';
import { canBeHeard } from '#tour/sound/commands.ts';
import type { OpenedSound } from './sound/openSound.ts';
import { bringPatiently } from '#shared/bringPatiently.ts';
import type { GuardedKiosk, KioskPicture } from './kiosk/openKiosk.ts';
import { isKiosk } from './kiosk/readProfile.ts';
import { isEmbedded, readPiece } from './piece.ts';
import { trustOwnScripts } from './trustOwnScripts.ts';
import { beginTour, beginVisit } from './visit.tsx';
import type { Visit } from './visit.tsx';

/** The interface waits for a sharp picture, but no longer than this, milliseconds. */
const INTERFACE_WAITS_MS = 1_000;

async function start(): Promise<void> {
  trustOwnScripts(window);
  if (new URLSearchParams(location.search).get('screen') === 'labels') return location.replace('app/labels.html');
  const root = document.getElementById('app');
  if (!root) throw new Error('the page has no element "app"');
  const { hash } = location;
  const url = exhibitionUrl(location.href);
  const opened = await fetchExhibition(url);
  const { exhibition, brought } = opened;
  // Only the server of someone who edits the exhibition says so.
  if (document.querySelector('meta[name=grotto-live]'))
    void import('./live/followEdits.ts').then((it) => it.followEdits());
  if (!exhibition) {
    if (isKiosk(location.search, {})) void prepareKiosk(null);
    const { explainNoExhibition, reloadOnceThere } = await bringPatiently(() => import('./explain.ts'));
    await explainNoExhibition(root, opened.faults);
    if (opened.isPassing) await reloadOnceThere(url);
    return;
  }
  const piece = readPiece(location.search);
  const isShared = piece === null && isKiosk(location.search, exhibition);
  const kiosk = isShared ? prepareKiosk(exhibition) : null;
  const visit = piece === 'interface' ? null : await openPicture(root, opened, exhibition);
  const { tour, liveView, readHash } = visit ?? beginTour(opened, exhibition);
  const scene = visit?.scene ?? null;
  const { installScriptApi } = await bringPatiently(() => import('./scriptApi/install.ts'));
  let sound: OpenedSound | null = null;
  const soundStats = () => sound?.stats() ?? null;
  const headsetStats = visit && { headsetStats: visit.headset.stats };
  installScriptApi(window, { tour, liveView, scene, soundStats, ...headsetStats });
  // On a kiosk the address keeps nothing of a visitor, and Back leads to nobody's visit.
  if (!kiosk) bindAddressBar({ tour, window, readHash, onFaults: (faults) => tour.commands.report(faults) });
  // The page that holds the frame has shown a card already.
  const isEntered = isEmbedded(location.search);
  if (piece === 'picture' || isEntered) tour.commands.enter();
  if (isEntered) document.getElementById('title-card')?.remove();
  // Whoever follows a link to a view sees it as soon as it is there; the card would be of another place.
  if (scene && !tour.store.getState().isTitleOpen) {
    void scene.whenSharp().then(() => document.getElementById('title-card')?.remove());
  }
  if (piece === 'picture') return;
  if (scene) await Promise.race([scene.whenSharp(), pause(INTERFACE_WAITS_MS)]);
  const offline = awaitOffline();
  // What many share is kept by the device, not by a visitor.
  const begun = { tour, liveView, hash, isShared, brought, offline: isShared ? null : offline };
  await openInterface(root, visit, begun, opened.url);
  const { tellScreens } = await bringPatiently(() => import('./screen/tellScreens.ts'));
  tellScreens(tour);
  if (canBeHeard(exhibition)) {
    const { openSound } = await bringPatiently(() => import('./sound/openSound.ts'));
    const stand = () => visit?.relics.stand ?? tour.store.getState().stand;
    sound = openSound({ tour, liveView, baseUrl: opened.url, stand });
  }
  const { driveGuides } = await bringPatiently(() => import('./guide/driveGuides.ts'));
  driveGuides({ tour, liveView, visit, baseUrl: opened.url, narrator: sound?.narrator ?? null });
  await (await kiosk)?.open(tour, scene && pictureOf(scene), offline);
  // A browser that keeps nothing says so where it is asked to.
  if (!kiosk) void offline?.().catch(() => undefined);
}

/** Null where this browser cannot draw the picture; the interface says so and shows what it can. */
async function openPicture(
  root: HTMLElement,
  opened: FetchedExhibition,
  exhibition: Exhibition,
): Promise<Visit | null> {
  const canvas = document.createElement('canvas');
  canvas.className = 'picture';
  canvas.tabIndex = -1;
  root.append(canvas);
  try {
    return await beginVisit(opened, exhibition, { canvas, container: root });
  } catch (error) {
    canvas.remove();
    // What no browser of a visitor is to blame for belongs to whoever reads the console.
    if (!(error instanceof SceneError)) reportError(error);
    return null;
  }
}

async function openInterface(
  root: HTMLElement,
  visit: Visit | null,
  begun: Pick<Visit, 'tour' | 'liveView'> & {
    readonly hash: string;
    readonly isShared: boolean;
    readonly brought: FetchedExhibition['brought'];
    readonly offline: UiOptions['offline'] | null;
  },
  baseUrl: string,
): Promise<void> {
  const { tour, liveView, hash, isShared, brought, offline } = begun;
  const [{ mountUi }, { openFind }, relicTools] = await Promise.all([
    bringPatiently(() => import('#ui/mount.tsx')),
    bringPatiently(() => import('./find/openFind.ts')),
    visit && openRelicTools(visit, baseUrl),
  ]);
  await mountUi({
    root,
    tour,
    liveView,
    baseUrl,
    find: openFind(tour, hash, isShared),
    ...(isShared && { kiosk: { publicUrl: tour.store.getState().wholeExhibition.kiosk?.publicUrl ?? null } }),
    hasPicture: visit !== null,
    reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
    ...(relicTools && { relicTools }),
    ...(offline && { offline }),
    ...(brought && { brought }),
    ...(visit && {
      pad: visit.look.pad,
      focus: visit.focus,
      pressMiddle: () => visit.pressMiddle(),
      walls: {
        scale: visit.liveScale,
        move: (wish) => visit.moveWall(wish),
        capture: () => capture(visit.scene),
      },
      flat: () => visit.flat.get(),
      stats: () => visit.scene.stats(),
      ...(!isShared && { headset: visit.headset }),
      onInsets: (insets) => void visit.relics.get()?.then((relics) => relics.setInsets(insets)),
    }),
  });
}

function pictureOf(scene: SceneHandle): KioskPicture {
  return {
    canvas: scene.renderer.domElement,
    capture: async () => (await capture(scene)).picture,
    stats: () => scene.stats(),
  };
}

async function prepareKiosk(exhibition: Exhibition | null): Promise<GuardedKiosk> {
  const kiosk = await import('./kiosk/openKiosk.ts');
  return kiosk.prepareKiosk(exhibition);
}

/** A copy of what is on the screen once it is sharp; the drawing buffer itself is empty after the frame. */
async function capture(scene: SceneHandle): Promise<{ picture: HTMLCanvasElement; pixelRatio: number }> {
  await scene.whenSharp();
  const { domElement } = scene.renderer;
  const picture = document.createElement('canvas');
  picture.width = domElement.width;
  picture.height = domElement.height;
  picture.getContext('2d')?.drawImage(domElement, 0, 0);
  return { picture, pixelRatio: scene.renderer.getPixelRatio() };
}

async function openRelicTools({ tour, relics, scene }: Visit, baseUrl: string): Promise<RelicTools> {
  const { createRelicTools } = await bringPatiently(() => import('./relics/relicTools.ts'));
  return createRelicTools({
    tour,
    relics,
    renderer: scene.renderer,
    requestFrame: () => scene.invalidate(),
    baseUrl,
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

void start();
