import type { Plane } from 'three';
import type { Annotation } from '#document/relicSchema.ts';
import type { Vec3 } from '#shared/vec.ts';
import { facing } from '#tour/relic/orbit/axes.ts';
import { easeTo, jumpTo } from '#tour/relic/orbit/wishes.ts';
import type { Section } from '#tour/relic/state.ts';
import { labelStyle } from '../../../sign/labelStyle.ts';
import type { Readings } from '../surface/readings.ts';
import { whenAnswered } from '../surface/whenAnswered.ts';
import type { OrbitView } from '../view/orbitView.ts';
import { Annotations } from './annotations.ts';

/** An annotation whose view the document leaves open is seen from this much of the whole's distance, never steeper. */
const CLOSE = 0.45;
const STEEPEST = 1.2;
/** How often it is asked which annotations are hidden while the camera moves, seconds. */
const SEE_EVERY = 0.12;

export interface AnnotatedOptions {
  readonly annotations: readonly Annotation[];
  readonly view: OrbitView;
  readonly readings: Readings;
  readonly isMotionReduced: () => boolean;
  /** The visitor's language, for numerals. */
  readonly language: () => string;
  /** Something of it has changed, and a frame is due. */
  readonly onChange: () => void;
}

/** Keeps the annotations of a relic on its surface: lays them on it, finds those it hides, looks at the open one. */
export class Annotated {
  readonly marks: Annotations;
  readonly #options: AnnotatedOptions;
  #askedAt = -Infinity;
  #isDue = true;
  #isAsking = false;
  #isGone = false;
  #planes: Plane[] | null = null;

  constructor(options: AnnotatedOptions) {
    this.#options = options;
    this.marks = new Annotations(options.onChange);
    this.marks.show(options.annotations, labelStyle(1).family, this.#numeral);
  }

  setPlanes(planes: Plane[] | null): void {
    this.#planes = planes;
    this.marks.setPlanes(planes);
    this.#isDue = true;
  }

  /** The surface of a state is known from now on, or known better. */
  lay(stateId: string): void {
    this.#isDue = true;
    for (const { id, target } of this.#options.annotations) {
      if (target.type === 'point') {
        const nearest = this.#options.readings.ask(stateId, { kind: 'nearest', point: target.at });
        this.#then(nearest, (found) => found && this.marks.setNormal(id, found.normal));
        continue;
      }
      const corners = Float32Array.from(target.corners.flat());
      this.#then(this.#options.readings.ask(stateId, { kind: 'drape', corners }), (drapery) => {
        if (drapery) this.marks.drape(id, drapery, this.#planes, labelStyle(1).family, this.#numeral);
      });
    }
  }

  /** Looks at an annotation from before it, unless somebody else has said how. */
  open(annotationId: string | null, isLookedAt: boolean): void {
    this.marks.open(annotationId);
    const found = annotationId === null ? null : this.marks.find(annotationId);
    if (isLookedAt || !found) return;
    const { state, limits } = this.#options.view;
    const { yaw, pitch } = found.normal ? facing(found.normal) : state.pose;
    const orbit = {
      yaw,
      pitch: Math.min(STEEPEST, Math.max(-STEEPEST, pitch)),
      distance: Math.min(state.pose.distance, Math.max(limits.minDistance, limits.wholeDistance * CLOSE)),
      target: found.at,
    };
    if (this.#options.isMotionReduced()) jumpTo(state, orbit);
    else easeTo(state, orbit);
  }

  /** Once a frame; says whether another is wanted. */
  step(dt: number, now: number, stateId: string, section: Section | null, isMoving: boolean): boolean {
    if (isMoving) this.#isDue = true;
    this.marks.cut(section);
    if (this.#isDue) this.#look(now, stateId, section, isMoving);
    return this.marks.step(dt, this.#options.isMotionReduced());
  }

  dispose(): void {
    this.#isGone = true;
    this.marks.dispose();
  }

  /** Asks which annotations the relic hides from here. */
  #look(now: number, stateId: string, cut: Section | null, isMoving: boolean): void {
    if (this.#isAsking || (isMoving && now - this.#askedAt < SEE_EVERY)) return;
    this.#isDue = false;
    const { points } = this.marks;
    if (points.length === 0) return;
    this.#askedAt = now;
    this.#isAsking = true;
    const { pose, axes } = this.#options.view.state;
    const at = (k: 0 | 1 | 2): number => pose.target[k] + axes.toward[k] * pose.distance;
    const eye: Vec3 = [at(0), at(1), at(2)];
    const seen = this.#options.readings.ask(stateId, { kind: 'see', eye, points, cut });
    this.#then(
      seen.finally(() => (this.#isAsking = false)),
      (bits) => this.marks.see(bits),
    );
  }

  readonly #numeral = (number: number): string =>
    new Intl.NumberFormat(this.#options.language(), { useGrouping: false }).format(number);

  #then<Value>(answer: Promise<Value>, use: (value: Value) => void): void {
    whenAnswered(
      answer,
      () => this.#isGone,
      (value) => {
        use(value);
        this.#options.onChange();
      },
    );
  }
}
