import { Color } from 'three';
import { dot, type Vec3 } from '#shared/vec.ts';
import type { Section } from '#tour/relic/state.ts';
import { OCHRE } from '#scene/hotspot/colours.ts';
import type { Handle, Spot } from '../hand/desk.ts';
import type { Segment } from '../../../sign/screenLines.ts';
import type { Sign } from '../sign/signs.ts';
import type { OrbitView } from '../view/orbitView.ts';
import { along, footOn, slide, tilt } from './slide.ts';

/** Length of the stick that tilts the plane, CSS pixels. */
const STICK_PX = 84;
/** Seen from the front the stick would be a dot: then its end is shown aside, this far, to the right and up. */
const SHORT_PX = 34;
const ASIDE_PX = [30, 46] as const;
/** And the plane moves with the pointer's height. */
const FACING = 0.94;
/** Half the side of the plane's frame, in radii of the relic. */
const FRAME = 0.78;

/** The plane of a cut in the hand: a knob in its middle moves it along its normal, the end of a stick tilts it. */
export class SectionHandle implements Handle {
  readonly #view: OrbitView;
  readonly #section: () => Section | null;
  readonly #move: (section: Section, isOver: boolean) => void;
  readonly #colour = new Color(OCHRE);
  #held: { readonly section: Section; readonly knob: 'slide' | 'tilt'; readonly start: number } | null = null;
  /** Where the pointer took hold of the stick's end, less where that really is; CSS pixels. */
  readonly #grip = { x: 0, y: 0 };
  #latest: Section | null = null;

  constructor(view: OrbitView, section: () => Section | null, move: (section: Section, isOver: boolean) => void) {
    this.#view = view;
    this.#section = section;
    this.#move = move;
  }

  /** Which of the two knobs is there. */
  at(spot: Spot, reachPx: number): 'slide' | 'tilt' | null {
    const section = this.#section();
    if (!section) return null;
    const { foot, tip } = this.#points(section);
    if (this.#distancePx(spot, tip) <= reachPx + 8) return 'tilt';
    return this.#distancePx(spot, foot) <= reachPx + 12 ? 'slide' : null;
  }

  grab(spot: Spot, reachPx: number): boolean {
    const section = this.#section();
    const knob = this.at(spot, reachPx);
    if (!section || !knob) return false;
    this.#held = { section, knob, start: this.#alongNormal(section, spot) ?? 0 };
    this.#latest = section;
    const { foot, length } = this.#points(section);
    const { normal } = section;
    const tip: Vec3 = [foot[0] + normal[0] * length, foot[1] + normal[1] * length, foot[2] + normal[2] * length];
    const seen = this.#view.project(tip);
    this.#grip.x = ((spot.x - seen.x) * this.#view.size.widthPx) / 2;
    this.#grip.y = ((spot.y - seen.y) * this.#view.size.heightPx) / 2;
    return true;
  }

  drag(spot: Spot): void {
    if (!this.#held) return;
    const { section, knob, start } = this.#held;
    const next = knob === 'slide' ? this.#slid(section, start, spot) : this.#tilted(section, spot);
    if (!next) return;
    this.#latest = next;
    this.#move(next, false);
  }

  release(): void {
    if (this.#held && this.#latest) this.#move(this.#latest, true);
    this.#held = this.#latest = null;
  }

  draw(section: Section): { signs: Sign[]; lines: Segment[] } {
    const { foot, tip } = this.#points(section);
    const [a, b] = [this.#view.project(foot), this.#view.project(tip)];
    const { widthPx, heightPx } = this.#view.size;
    const isFacing = this.#isFacing(section);
    const turn = isFacing ? Math.PI / 2 : Math.atan2((b.y - a.y) * heightPx, (b.x - a.x) * widthPx);
    const colour = this.#colour;
    const corners = this.#corners(section);
    return {
      signs: [
        { kind: 'slide', at: foot, colour, radiusPx: 17, opacity: 1, turn },
        { kind: 'tilt', at: tip, colour, radiusPx: 10, opacity: 1, turn: 0 },
      ],
      lines: [
        { from: foot, to: tip, colour, widthPx: 1.5 },
        ...corners.map((from, k) => ({ from, to: corners[(k + 1) % 4] ?? from, colour, widthPx: 1.25 })),
      ],
    };
  }

  #slid(section: Section, start: number, spot: Spot): Section | null {
    const now = this.#alongNormal(section, spot);
    return now === null ? null : slide(section, now - start, this.#view.min, this.#view.max);
  }

  /** The stick points where the pointer is, on a sphere around the plane's middle. */
  #tilted(section: Section, spot: Spot): Section | null {
    const { right, up, toward } = this.#view.state.axes;
    const foot = footOn(section, this.#middle());
    const seen = this.#view.project(foot);
    const { widthPx, heightPx } = this.#view.size;
    const x = (((spot.x - seen.x) * widthPx) / 2 - this.#grip.x) / STICK_PX;
    const y = (((spot.y - seen.y) * heightPx) / 2 - this.#grip.y) / STICK_PX;
    const size = Math.hypot(x, y);
    const flat = size > 1 ? 1 / size : 1;
    // The stick stays on the side of the plane, before or behind it, where it was.
    const side = dot(section.normal, toward) < 0 ? -1 : 1;
    const depth = side * Math.sqrt(Math.max(0, 1 - Math.min(1, size) ** 2));
    const way = (k: 0 | 1 | 2): number => right[k] * x * flat + up[k] * y * flat + toward[k] * depth;
    return tilt(foot, [way(0), way(1), way(2)]);
  }

  #alongNormal({ normal, offset }: Section, spot: Spot): number | null {
    const foot = footOn({ normal, offset }, this.#middle());
    if (this.#isFacing({ normal, offset })) {
      const { depth } = this.#view.project(foot);
      return spot.y * this.#view.tanY * depth * Math.sign(dot(normal, this.#view.state.axes.toward));
    }
    const { origin, direction } = this.#view.rayThrough(spot.x, spot.y);
    return along(normal, foot, origin, direction);
  }

  #isFacing({ normal }: Section): boolean {
    return Math.abs(dot(normal, this.#view.state.axes.toward)) > FACING;
  }

  #points(section: Section): { foot: Vec3; tip: Vec3; length: number } {
    const foot = footOn(section, this.#middle());
    const { depth } = this.#view.project(foot);
    const perPx = this.#view.unitsPerPx * Math.max(depth, 1e-9);
    const length = STICK_PX * perPx;
    const { normal } = section;
    const { right, up, toward } = this.#view.state.axes;
    const seen = Math.sqrt(Math.max(0, 1 - dot(normal, toward) ** 2)) * STICK_PX;
    const [x, y] = seen < SHORT_PX ? ASIDE_PX : [0, 0];
    const shown = (k: 0 | 1 | 2): number =>
      seen < SHORT_PX ? foot[k] + (right[k] * x + up[k] * y) * perPx : foot[k] + normal[k] * length;
    return { foot, tip: [shown(0), shown(1), shown(2)], length };
  }

  #corners(section: Section): Vec3[] {
    const foot = footOn(section, this.#middle());
    const { normal } = section;
    const helper: Vec3 = Math.abs(normal[1]) < 0.9 ? [0, 1, 0] : [0, 0, 1];
    const across = unit(cross(helper, normal));
    const upward = cross(normal, across);
    const half = this.#view.radius * FRAME;
    const corner = (x: number, y: number): Vec3 =>
      [0, 1, 2].map((k) => (foot[k] ?? 0) + half * (x * (across[k] ?? 0) + y * (upward[k] ?? 0))) as unknown as Vec3;
    return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
  }

  #distancePx(spot: Spot, point: Vec3): number {
    const { x, y, depth } = this.#view.project(point);
    if (depth <= 0) return Infinity;
    const { widthPx, heightPx } = this.#view.size;
    return Math.hypot(((x - spot.x) * widthPx) / 2, ((y - spot.y) * heightPx) / 2);
  }

  #middle(): Vec3 {
    const { x, y, z } = this.#view.middle;
    return [x, y, z];
  }
}

function cross(a: Vec3, b: Vec3): Vec3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function unit(v: Vec3): Vec3 {
  const length = Math.hypot(...v) || 1;
  return [v[0] / length, v[1] / length, v[2] / length];
}
