import {
  BufferGeometry,
  Color,
  DoubleSide,
  Float32BufferAttribute,
  Group,
  Mesh,
  MeshBasicMaterial,
  type Plane,
} from 'three';
import type { Annotation } from '#document/relicSchema.ts';
import { dot, type Vec3 } from '#shared/vec.ts';
import type { LabelStyle } from '#scene/hotspot/drawLabel.ts';
import type { Drapery } from '#scene/relic/measure/protocol.ts';
import { OCHRE, PLASTER } from '#scene/hotspot/colours.ts';
import type { Section } from '#tour/relic/state.ts';
import type { Spot } from '../hand/desk.ts';
import { Badges, BADGE_RADIUS_PX } from '../sign/badges.ts';
import type { Segment } from '../../../sign/screenLines.ts';
import { Tag } from '../../../sign/tag.ts';
import type { OrbitView } from '../view/orbitView.ts';

/** Of a badge that the relic hides. */
const HIDDEN = 0.22;
/** Seconds in which a badge or an area lights up or fades. */
const FADE_SECONDS = 0.18;
const RISE_PX = 30;
/** Of an area's fill: at rest, and lit. */
const FILL = 0.1;
const LIT_FILL = 0.3;
const AREA_ORDER = 30;

export interface AnnotationText {
  readonly text: string;
  readonly language: string;
  readonly label: LabelStyle;
}

interface Shown {
  readonly annotation: Annotation;
  at: Vec3;
  normal: Vec3 | null;
  isSeen: boolean;
  lit: number;
  opacity: number;
  area: Mesh<BufferGeometry, MeshBasicMaterial> | null;
  outline: Float32Array | null;
}

/** Numbered badges on the relic, the areas that some of them mark, and the name of the one that is meant. */
export class Annotations {
  readonly group = new Group();
  readonly #badges = new Badges();
  readonly #tag: Tag;
  readonly #pale = new Color(PLASTER);
  readonly #litColour = new Color(OCHRE);
  #shown: Shown[] = [];
  /** The one the page speaks of, the one under the pointer, the open one. */
  #named: string | null = null;
  #pointed: string | null = null;
  #open: string | null = null;
  #isShown = true;
  #section: Section | null = null;
  /** How much larger than usual everything is. */
  #growth = 1;

  constructor(onRedraw: () => void) {
    this.#tag = new Tag(this.group, onRedraw);
    this.group.add(this.#badges.mesh);
  }

  /** In the order of the document. */
  get ids(): string[] {
    return this.#shown.map(({ annotation }) => annotation.id);
  }

  get points(): Float32Array {
    return Float32Array.from(this.#shown.flatMap(({ at }) => [...at]));
  }

  show(annotations: readonly Annotation[], family: string, toText: (number: number) => string): void {
    this.#clear();
    this.#shown = annotations.map((annotation) => ({
      annotation,
      at: middleOf(annotation),
      normal: null,
      isSeen: true,
      lit: 0,
      opacity: 0,
      area: null,
      outline: null,
    }));
    this.#number(family, toText);
  }

  /** An area that was laid on the surface. */
  drape(
    id: string,
    drapery: Drapery,
    planes: Plane[] | null,
    family: string,
    toText: (number: number) => string,
  ): void {
    const shown = this.#shown.find(({ annotation }) => annotation.id === id);
    if (!shown) return;
    shown.at = drapery.middle;
    shown.normal = drapery.normal;
    shown.outline = drapery.outline;
    shown.area?.geometry.dispose();
    const area = (shown.area ??= createArea());
    area.geometry = new BufferGeometry();
    area.geometry.setAttribute('position', new Float32BufferAttribute(drapery.triangles, 3));
    area.material.clippingPlanes = planes;
    this.group.add(area);
    this.#number(family, toText);
  }

  setPlanes(planes: Plane[] | null): void {
    for (const { area } of this.#shown) if (area) area.material.clippingPlanes = planes;
  }

  setNormal(id: string, normal: Vec3): void {
    const shown = this.#shown.find(({ annotation }) => annotation.id === id);
    if (shown) shown.normal = normal;
  }

  find(id: string): { readonly at: Vec3; readonly normal: Vec3 | null } | null {
    return this.#shown.find(({ annotation }) => annotation.id === id) ?? null;
  }

  /** Not while another tool is in the hand. */
  setShown(isShown: boolean): void {
    this.#isShown = isShown;
  }

  /** What of them is cut away with the relic is not shown. */
  cut(section: Section | null): void {
    this.#section = section;
  }

  see(seen: Uint8Array): void {
    this.#shown.forEach((shown, index) => (shown.isSeen = seen[index] !== 0));
  }

  name(id: string | null): void {
    this.#named = id;
  }

  point(id: string | null): boolean {
    const isNew = id !== this.#pointed;
    this.#pointed = id;
    return isNew;
  }

  open(id: string | null): void {
    this.#open = id;
  }

  /** The annotation whose badge is there: the nearest of those that are seen, else of all. */
  at(spot: Spot, reachPx: number, view: OrbitView): string | null {
    if (!this.#isShown) return null;
    let best: { id: string; rank: number } | null = null;
    for (const { annotation, at, isSeen } of this.#shown) {
      const { x, y, depth } = view.project(at);
      if (depth <= 0 || this.#isCutAway(at)) continue;
      const away = Math.hypot(((x - spot.x) * view.size.widthPx) / 2, ((y - spot.y) * view.size.heightPx) / 2);
      const rank = away + (isSeen ? 0 : 1_000);
      const radius = BADGE_RADIUS_PX * this.#growth;
      if (away <= Math.max(radius, reachPx) && (!best || rank < best.rank)) best = { id: annotation.id, rank };
    }
    return best?.id ?? null;
  }

  /** Lights and fades; says whether it goes on. */
  step(dt: number, isMotionReduced: boolean): boolean {
    const step = isMotionReduced ? 1 : dt / FADE_SECONDS;
    let isMoving = false;
    this.#shown.forEach((shown, index) => {
      const isLit = this.#isLit(shown.annotation.id);
      const lit = towards(shown.lit, isLit ? 1 : 0, step);
      const isHere = this.#isShown && !this.#isCutAway(shown.at);
      const wanted = isHere ? (shown.isSeen || isLit ? 1 : HIDDEN) : 0;
      const opacity = towards(shown.opacity, wanted, step);
      if (lit !== shown.lit || opacity !== shown.opacity) isMoving = true;
      shown.lit = lit;
      shown.opacity = opacity;
      this.#badges.set(index, lit, opacity);
      if (!shown.area) return;
      shown.area.material.opacity = (FILL + (LIT_FILL - FILL) * lit) * (this.#isShown ? 1 : 0);
      shown.area.visible = shown.area.material.opacity > 0;
    });
    return isMoving;
  }

  /** The outlines of the areas. */
  draw(): Segment[] {
    if (!this.#isShown) return [];
    return this.#shown.flatMap(({ outline, annotation }) => {
      if (!outline) return [];
      const isLit = this.#isLit(annotation.id);
      const point = (k: number): Vec3 => {
        const at = (k * 3) % outline.length;
        return [outline[at] ?? 0, outline[at + 1] ?? 0, outline[at + 2] ?? 0];
      };
      const colour = isLit ? this.#litColour : this.#pale;
      const widthPx = isLit ? 2.25 : 1.25;
      return Array.from({ length: outline.length / 3 }, (_, k) => ({ from: point(k), to: point(k + 1), colour, widthPx }))
        .filter(({ from, to }) => !this.#isCutAway(from) && !this.#isCutAway(to)); // prettier-ignore
    });
  }

  /** Writes the name of the annotation that is meant beside its badge. */
  label(textOf: (annotation: Annotation) => AnnotationText): void {
    const id = this.#pointed ?? this.#named;
    const shown = this.#isShown ? this.#shown.find(({ annotation }) => annotation.id === id) : undefined;
    const { text, language, label } = shown ? textOf(shown.annotation) : NO_TEXT;
    if (shown) this.#tag.place(shown.at, RISE_PX);
    this.#tag.say(text, language, label);
  }

  /** Size of the picture in device pixels; a pixel is `unitsPerPx` metres wide at a metre's distance. */
  follow(widthPx: number, heightPx: number, pixelRatio: number, growth: number, unitsPerPx: number): void {
    this.#growth = growth;
    this.#badges.follow(widthPx, heightPx, pixelRatio * growth);
    this.#tag.follow(unitsPerPx);
  }

  dispose(): void {
    this.#clear();
    this.#badges.dispose();
    this.#tag.dispose();
  }

  #isCutAway(point: Vec3): boolean {
    return this.#section !== null && dot(this.#section.normal, point) > this.#section.offset;
  }

  #isLit(id: string): boolean {
    return id === this.#named || id === this.#pointed || id === this.#open;
  }

  #number(family: string, toText: (number: number) => string): void {
    this.#badges.show(
      this.#shown.map(({ at }) => at),
      family,
      toText,
    );
    this.#shown.forEach(({ lit, opacity }, index) => this.#badges.set(index, lit, opacity));
  }

  #clear(): void {
    for (const { area } of this.#shown) {
      area?.removeFromParent();
      area?.geometry.dispose();
      area?.material.dispose();
    }
    this.#shown = [];
  }
}

const NO_TEXT: AnnotationText = { text: '', language: '', label: { family: '', fontPx: 1, pixelRatio: 1 } };

function middleOf({ target }: Annotation): Vec3 {
  if (target.type === 'point') return target.at;
  let [x, y, z] = [0, 0, 0];
  for (const corner of target.corners) {
    x += corner[0] / target.corners.length;
    y += corner[1] / target.corners.length;
    z += corner[2] / target.corners.length;
  }
  return [x, y, z];
}

function createArea(): Mesh<BufferGeometry, MeshBasicMaterial> {
  const material = new MeshBasicMaterial({
    color: OCHRE,
    transparent: true,
    opacity: 0,
    depthWrite: false,
    side: DoubleSide,
    toneMapped: false,
  });
  const area = new Mesh(new BufferGeometry(), material);
  area.renderOrder = AREA_ORDER;
  return area;
}

function towards(value: number, goal: number, step: number): number {
  return value < goal ? Math.min(goal, value + step) : Math.max(goal, value - step);
}
