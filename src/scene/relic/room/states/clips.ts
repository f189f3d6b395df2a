import { AnimationMixer } from 'three';
import type { RelicObject } from '#scene/relic/relicPool.ts';

/** Plays a clip of the file on whatever stands for the relic; a finer step goes on where the coarser one was. */
export class Clips {
  readonly #mixers = new Map<RelicObject, AnimationMixer>();
  #name: string | null = null;
  #time = 0;

  get isPlaying(): boolean {
    return this.#name !== null;
  }

  play(name: string | null): void {
    if (name === this.#name) return;
    this.#name = name;
    this.#time = 0;
    this.#restart();
  }

  /** What stands there from now on. */
  follow(objects: readonly RelicObject[]): void {
    const isSame = objects.length === this.#mixers.size && objects.every((object) => this.#mixers.has(object));
    if (isSame) return;
    this.#stop();
    for (const object of objects) this.#mixers.set(object, new AnimationMixer(object.root));
    this.#restart();
  }

  /** Whether another frame is wanted. With reduced motion a clip stands at its beginning. */
  step(dt: number, isMotionReduced: boolean): boolean {
    if (this.#name === null || this.#mixers.size === 0) return false;
    const isMoving = !isMotionReduced && [...this.#mixers.keys()].some(({ content }) => hasClip(content, this.#name));
    if (!isMoving) return false;
    this.#time += dt;
    for (const mixer of this.#mixers.values()) mixer.setTime(this.#time);
    return true;
  }

  dispose(): void {
    this.#stop();
  }

  #restart(): void {
    for (const [{ content }, mixer] of this.#mixers) {
      mixer.stopAllAction();
      const clip = content.clips.find(({ name }) => name === this.#name);
      if (!clip) continue;
      mixer.clipAction(clip).play();
      mixer.setTime(this.#time);
    }
  }

  #stop(): void {
    for (const [{ root }, mixer] of this.#mixers) {
      mixer.stopAllAction();
      mixer.uncacheRoot(root);
    }
    this.#mixers.clear();
  }
}

function hasClip({ clips }: RelicObject['content'], wanted: string | null): boolean {
  return clips.some(({ name }) => name === wanted);
}
