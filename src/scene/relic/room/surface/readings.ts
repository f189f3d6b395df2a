import { Raycaster, Vector3 } from 'three';
import type { Intersection, Object3D } from 'three';
import { dot, type Vec3 } from '#shared/vec.ts';
import type { Answers, BodyFacts, Cut, Hit, Question } from '#scene/relic/measure/protocol.ts';
import { SurfaceReader } from '#scene/relic/measure/surfaceReader.ts';
import { listMeshes } from '#scene/relic/measure/listMeshes.ts';
import type { RelicContent } from '#scene/relic/relicContent.ts';
import type { RelicObject } from '#scene/relic/relicPool.ts';

interface Reading {
  /** What stands there, and of what the worker knows. */
  object: RelicObject;
  known: RelicContent | null;
  facts: BodyFacts | null;
  isBusy: boolean;
}

/** What the surface worker knows of the states of one relic. It begins when something is first to be read. */
export class Readings {
  readonly #onRead: (stateId: string) => void;
  readonly #onFault: (error: Error) => void;
  readonly #readings = new Map<string, Reading>();
  #reader: SurfaceReader | null = null;

  constructor(onRead: (stateId: string) => void, onFault: (error: Error) => void) {
    this.#onRead = onRead;
    this.#onFault = onFault;
  }

  /** Something else stands for a state from now on; its surface is read as soon as the one before has been. */
  update(stateId: string, object: RelicObject | null): void {
    if (!object) {
      if (this.#readings.delete(stateId)) this.#reader?.forget(stateId);
      return;
    }
    const reading = this.#readings.get(stateId) ?? { object, known: null, facts: null, isBusy: false };
    reading.object = object;
    this.#readings.set(stateId, reading);
    // Tiles come and go faster than a worker could read them.
    if (!object.content.whole) void this.#read(stateId, reading);
  }

  /** Of every mesh of what stands there; null before that very content was read. */
  closedOf(stateId: string, content: RelicContent): readonly boolean[] | null {
    const reading = this.#readings.get(stateId);
    return reading?.known === content ? (reading.facts?.isClosed ?? null) : null;
  }

  /** Null where nothing was read yet. */
  async pick(stateId: string, origin: Vec3, direction: Vec3, cut: Cut | null): Promise<Hit | null> {
    const object = this.#readings.get(stateId)?.object;
    if (object?.content.isDeforming) return pickAsDrawn(object.root, origin, direction, null);
    if (object?.content.whole) return pickAsDrawn(object.content.whole, origin, direction, cut);
    return this.ask(stateId, { kind: 'pick', origin, direction, cut });
  }

  ask<Kind extends Question['kind']>(
    stateId: string,
    question: Extract<Question, { readonly kind: Kind }>,
  ): Promise<Answers[Kind]> {
    this.#reader ??= new SurfaceReader();
    return this.#reader.ask(stateId, question);
  }

  dispose(): void {
    this.#readings.clear();
    this.#reader?.dispose();
    this.#reader = null;
  }

  async #read(stateId: string, reading: Reading): Promise<void> {
    if (reading.isBusy) return;
    reading.isBusy = true;
    try {
      while (reading.known !== reading.object.content) {
        const { content } = reading.object;
        this.#reader ??= new SurfaceReader();
        reading.facts = await this.#reader.read(stateId, content.root);
        reading.known = content;
        if (this.#readings.get(stateId) !== reading) return;
        this.#onRead(stateId);
      }
    } catch (error) {
      if (!isAbort(error)) this.#onFault(error instanceof Error ? error : new Error(String(error)));
    } finally {
      reading.isBusy = false;
    }
  }
}

/** Where vertices move, and where tiles come and go, the page's own thread looks at what is drawn now. */
function pickAsDrawn(root: Object3D, origin: Vec3, direction: Vec3, cut: Cut | null): Hit | null {
  const caster = new Raycaster(new Vector3(...origin), new Vector3(...direction));
  root.updateMatrixWorld();
  const isThere = ({ point: { x, y, z } }: Intersection): boolean => !cut || dot(cut.normal, [x, y, z]) <= cut.offset;
  const hit = caster.intersectObjects(listMeshes(root), false).find(isThere);
  if (!hit) return null;
  const normal = (hit.normal ?? hit.face?.normal ?? new Vector3(0, 0, 1)).clone();
  normal.transformDirection(hit.object.matrixWorld);
  return {
    point: [hit.point.x, hit.point.y, hit.point.z],
    normal: [normal.x, normal.y, normal.z],
    distance: hit.distance,
    isCut: false,
  };
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
