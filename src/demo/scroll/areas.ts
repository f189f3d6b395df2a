/**
 * Where sections, seals and inscriptions lie, in scroll pixels, with ids for the exhibition document. Marks are drawn
 * from the same list, so the document and the picture cannot disagree.
 */
import { HEIGHT, PAINTING_END, PAINTING_START, PAPER_START, WIDTH, atReading } from '#demo/scroll/size.ts';

export interface Area {
  readonly id: string;
  readonly kind: 'section' | 'seal' | 'inscription';
  /** Scroll pixels from the left end and the top. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function section(id: string, from: number, to: number): Area {
  return { id, kind: 'section', left: atReading(to), top: 0, width: to - from, height: HEIGHT };
}

/** By the reading position of its right edge. */
function mark(id: string, kind: 'seal' | 'inscription', s: number, top: number, width: number, height: number): Area {
  return { id, kind, left: atReading(s + width), top, width, height };
}

export const AREAS: readonly Area[] = [
  section('section-foothills', PAINTING_START, 9300),
  section('section-lake', 9300, 18300),
  section('section-massif', 18300, 29600),
  section('section-bridge', 29600, 36900),
  section('section-gorge', 36900, 46500),
  section('section-open-water', 46500, PAINTING_END),
  mark('inscription-opening', 'inscription', 940, 150, 190, 430),
  mark('inscription-lake', 'inscription', 15150, 200, 260, 400),
  mark('inscription-colophon', 'inscription', PAPER_START + 900, 330, 2300, 1900),
  mark('seal-opening', 'seal', 960, 640, 150, 150),
  mark('seal-collector', 'seal', 1150, 650, 96, 132),
  mark('seal-lake', 'seal', 15320, 640, 96, 96),
  mark('seal-open-water', 'seal', 53960, 2080, 170, 170),
  mark('seal-colophon', 'seal', PAPER_START + 3330, 1940, 180, 180),
];

/** The areas in the pixels of a picture of another size. */
export function scaleAreas(areas: readonly Area[], scale: number): Area[] {
  return areas.map((area) => {
    const left = Math.floor(area.left * scale);
    const top = Math.floor(area.top * scale);
    const right = Math.min(Math.ceil(WIDTH * scale), Math.ceil((area.left + area.width) * scale));
    const bottom = Math.min(Math.ceil(HEIGHT * scale), Math.ceil((area.top + area.height) * scale));
    return { ...area, left, top, width: right - left, height: bottom - top };
  });
}

export function findArea(id: string): Area {
  const found = AREAS.find((area) => area.id === id);
  if (!found) throw new Error(`areas: no area "${id}"; use an id of AREAS`);
  return found;
}
