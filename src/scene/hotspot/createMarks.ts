import type { Group } from 'three';
import type { Pointing, PointingKind } from '#scene/look/desk.ts';
import type { LiveView } from '#tour/look/liveView.ts';
import { listMarks, type Mark } from '#tour/marks.ts';
import { galleryOf } from '#tour/gallery/planHall.ts';
import { findNode, hasNode } from '#tour/selectors/findNode.ts';
import type { View } from '#tour/state.ts';
import type { Tour } from '#tour/store.ts';
import type { LabelStyle } from './drawLabel.ts';
import type { MarkFocus } from './focus.ts';
import type { KnownWalls } from './knownWalls.ts';
import { onPageType } from './pageType.ts';
import { MarkPicture } from './markPicture.ts';
import { pickArea } from './pickArea.ts';
import { pickMark } from './pickMark.ts';

export interface MarksOptions {
  readonly tour: Pick<Tour, 'store' | 'commands'>;
  readonly liveView: LiveView;
  readonly focus: MarkFocus;
  /** Where walls are known, marks hang on them and are hidden by them. */
  readonly walls?: KnownWalls;
  /** Asks for a frame. */
  readonly invalidate: () => void;
  /** The fonts of the names, a CSS font-family list; the page's `--sans` by default. */
  readonly fontFamily?: () => string;
}

/** The marks of the place where the visitor stands: drawn, lit, followed and opened. */
export interface Marks {
  readonly group: Group;
  /** The mark there; as seen in the view of this moment by default. */
  readonly at: (pointing: Pointing, view?: View) => Mark | null;
  /** Follows the link or opens the hotspot there, which rings if it can; says whether there was one. */
  readonly pick: (pointing: Pointing) => boolean;
  /** Lights the mark there; says whether there is one. */
  readonly hover: (pointing: Pointing | null) => boolean;
  /** For a picture `heightPx` CSS pixels high with `pixelRatio` device pixels to each; `fov` in radians. */
  follow(fov: number, heightPx: number, pixelRatio: number): void;
  dispose(): void;
}

/** In rem. */
const FONT_SIZE = 0.95;

export function createMarks(options: MarksOptions): Marks {
  const { tour, liveView, focus, walls, invalidate, fontFamily = pageFonts } = options;
  const { store, commands } = tour;
  let heightPx = 1;
  let pixelRatio = window.devicePixelRatio;
  const style = (): LabelStyle => ({ family: fontFamily(), fontPx: FONT_SIZE * rootFontPx(), pixelRatio });
  const picture = new MarkPicture(style, invalidate);

  const show = (): void => {
    const { exhibition, nodeId, language } = store.getState();
    // In a hall names stand on plates beside what they name.
    const node = findNode(exhibition, nodeId);
    const marks = galleryOf(exhibition, node) ? [] : listMarks(exhibition, nodeId, language);
    picture.show(marks, walls?.of(node?.asset ?? '') ?? null);
    picture.light((key) => focus.isLit(key));
    invalidate();
  };
  const unsubscribe = store.subscribe((state, before) => {
    const isSame = state.nodeId === before.nodeId && state.exhibition === before.exhibition;
    if (isSame && state.language === before.language) return;
    if (!isSame) focus.point(null);
    show();
  });
  const stopFocus = focus.subscribe(() => {
    picture.light((key) => focus.isLit(key));
    invalidate();
  });
  const stopWalls = walls?.subscribe(show);
  const leaving = new AbortController();
  onPageType(show, leaving.signal);
  show();

  /** A mark that is pointed at comes before the area it stands in, and that before whatever is near the centre. */
  const find = (pointing: Pointing, view = liveView.current): Mark | null => {
    const { marks } = picture;
    const reach = (kind: PointingKind) => pickMark({ ...pointing, kind }, marks, view, heightPx);
    const placed =
      pointing.kind === 'centre'
        ? (reach('coarse') ?? pickArea(pointing, marks) ?? reach('centre'))
        : (reach(pointing.kind) ?? pickArea(pointing, marks));
    return placed?.mark ?? null;
  };

  return {
    group: picture.group,
    at: find,
    pick(pointing) {
      const mark = find(pointing);
      if (!mark) return false;
      if (mark.kind === 'hotspot') {
        commands.openPanel({ kind: 'hotspot', hotspotId: mark.id });
        commands.sound.ring(mark.id);
      } else if (hasNode(store.getState(), mark.id)) commands.goTo(mark.id);
      else return false;
      return true;
    },
    hover(pointing) {
      const mark = pointing && find(pointing);
      focus.point(mark);
      return mark !== null;
    },
    follow(fov, height, ratio) {
      heightPx = height;
      if (ratio !== pixelRatio) {
        pixelRatio = ratio;
        show();
      }
      picture.follow((2 * Math.tan(fov / 2)) / height);
    },
    dispose() {
      unsubscribe();
      stopFocus();
      stopWalls?.();
      leaving.abort();
      picture.dispose();
    },
  };
}

function pageFonts(): string {
  return getComputedStyle(document.documentElement).getPropertyValue('--sans').trim() || 'sans-serif';
}

function rootFontPx(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
