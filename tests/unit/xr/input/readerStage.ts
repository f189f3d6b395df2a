import { Matrix4 } from 'three';
import { expect } from 'vitest';
import type { XrPointer } from '#xr/input/pointer.ts';
import { PointerReader } from '#xr/input/pointerReader.ts';
import { FakeSession, type FakeSource } from './fakeSession.ts';

/** A reader in front of a session, with a clock of its own. */
export class ReaderStage {
  session = new FakeSession();
  readonly reader = new PointerReader();
  readonly rig = new Matrix4();
  #now = 0;

  /** The pointers after so many seconds. */
  read(seconds = 0.011): readonly XrPointer[] {
    this.#now += seconds * 1000;
    const { session, reader, rig } = this;
    const frame = session.frame as unknown as XRFrame;
    return reader.read(session as unknown as XRSession, frame, {} as XRReferenceSpace, rig, this.#now);
  }

  /** The only pointer of a frame. */
  only(): XrPointer {
    const found = this.read();
    expect(found).toHaveLength(1);
    return found[0]!;
  }

  add(source: FakeSource): FakeSource {
    this.session.inputSources.push(source);
    return source;
  }
}
