/** Typed arrays on shared memory: posting them to a worker copies nothing. */

export function shareFloats(values: ArrayLike<number>): Float32Array {
  const shared = new Float32Array(new SharedArrayBuffer(values.length * 4));
  shared.set(values);
  return shared;
}

export function shareInts(values: ArrayLike<number>): Int32Array {
  const shared = new Int32Array(new SharedArrayBuffer(values.length * 4));
  shared.set(values);
  return shared;
}

export function shareUints(values: ArrayLike<number>): Uint32Array {
  const shared = new Uint32Array(new SharedArrayBuffer(values.length * 4));
  shared.set(values);
  return shared;
}

export function shareShorts(values: ArrayLike<number>): Uint16Array {
  const shared = new Uint16Array(new SharedArrayBuffer(values.length * 2));
  shared.set(values);
  return shared;
}
