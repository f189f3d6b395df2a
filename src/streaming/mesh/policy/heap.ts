import type { InstanceRecord } from '../memory/instanceRecord.ts';

/** The instance with the greatest ratio comes first. Its array is kept from frame to frame. */
export class RatioHeap {
  readonly #items: InstanceRecord[] = [];
  #count = 0;

  clear(): void {
    this.#count = 0;
  }

  push(item: InstanceRecord): void {
    const items = this.#items;
    let at = this.#count++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = items[parent];
      if (!above || above.ratio >= item.ratio) break;
      items[at] = above;
      at = parent;
    }
    items[at] = item;
  }

  pop(): InstanceRecord | null {
    if (this.#count === 0) return null;
    const items = this.#items;
    const top = items[0] ?? null;
    const last = items[--this.#count];
    if (this.#count > 0 && last) this.#sink(last);
    return top;
  }

  #sink(item: InstanceRecord): void {
    const items = this.#items;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.#count) break;
      const right = items[child + 1];
      if (child + 1 < this.#count && (right?.ratio ?? 0) > (items[child]?.ratio ?? 0)) child++;
      const best = items[child];
      if (!best || best.ratio <= item.ratio) break;
      items[at] = best;
      at = child;
    }
    items[at] = item;
  }
}
