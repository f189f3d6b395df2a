import { useId } from 'react';

export interface ChoiceOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** BCP 47 of the label, where it is not the interface's. */
  readonly language?: string | undefined;
  /** A few words on what it shows. */
  readonly note?: string | undefined;
}

interface ChoiceProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly ChoiceOption<Value>[];
  /** Null where none of them is how it is. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** Side by side, for short labels without notes. */
  readonly isRow?: boolean;
}

/** One of several ways. */
export function Choice<Value extends string>({ legend, options, value, onChange, isRow = false }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className={isRow ? 'choice choice--row' : 'choice'}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="choice__option">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span className="choice__text">
            <span lang={option.language}>{option.label}</span>
            {option.note !== undefined && <small>{option.note}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
