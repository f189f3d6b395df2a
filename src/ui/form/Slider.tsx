import { type CSSProperties, useId } from 'react';

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value as one says it, with its unit; also read out. */
  readonly valueText: string;
  /** What lies at either end. */
  readonly ends?: readonly [least: string, most: string];
  /** Whether its ends are left and right of the picture, whichever way one reads. */
  readonly isSpatial?: boolean;
  readonly onChange: (value: number) => void;
}

/** A value one slides along: by hand, by arrow keys, Page Up and Down, Home and End. */
export function Slider({ label, value, min, max, step, valueText, ends, isSpatial = false, onChange }: SliderProps) {
  const id = useId();
  const share = max > min ? (value - min) / (max - min) : 0;
  const fill = { '--fill': `${Math.round(1_000 * Math.min(1, Math.max(0, share))) / 10}%` } as CSSProperties;
  return (
    <div className={isSpatial ? 'slider slider--spatial' : 'slider'}>
      <div className="slider__head">
        <label htmlFor={id}>{label}</label>
        {/* Assistive technology reads the slider itself. */}
        <span className="slider__value" aria-hidden="true">
          {valueText}
        </span>
      </div>
      <input
        id={id}
        type="range"
        className="slider__track"
        style={fill}
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={valueText}
        onChange={(event) => onChange(Number(event.target.value))}
      />
      {ends && (
        <div className="slider__ends" aria-hidden="true">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </div>
      )}
    </div>
  );
}
