import { useEffect, useRef } from 'react';

interface StepClock {
  /** Another step, another key. */
  readonly stepKey: string;
  readonly seconds: number;
  readonly isRunning: boolean;
  readonly onOver: () => void;
}

/** Calls back once the step has had its time; a pause keeps what is left of it. */
export function useStepClock({ stepKey, seconds, isRunning, onOver }: StepClock): void {
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  });
  const left = useRef({ stepKey: '', ms: 0 });
  useEffect(() => {
    if (left.current.stepKey !== stepKey) left.current = { stepKey, ms: seconds * 1_000 };
    if (!isRunning) return;
    const began = performance.now();
    const timer = setTimeout(() => over.current(), left.current.ms);
    return () => {
      clearTimeout(timer);
      left.current.ms -= performance.now() - began;
    };
  }, [stepKey, seconds, isRunning]);
}
