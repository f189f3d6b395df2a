import { isAbort } from './readings.ts';

/** Uses an answer of the surface worker unless whoever asked is gone by then. That the worker was ended is no fault. */
export function whenAnswered<Value>(answer: Promise<Value>, isGone: () => boolean, use: (value: Value) => void): void {
  answer.then(
    (value) => {
      if (!isGone()) use(value);
    },
    (error: unknown) => {
      if (!isAbort(error)) reportError(error);
    },
  );
}
