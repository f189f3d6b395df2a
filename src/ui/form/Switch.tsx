interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Something that is on or off. */
export function Switch({ label, isOn, onChange }: SwitchProps) {
  return (
    <button type="button" role="switch" aria-checked={isOn} className="switch" onClick={() => onChange(!isOn)}>
      <span>{label}</span>
      <span className="switch__track" aria-hidden="true" />
    </button>
  );
}
