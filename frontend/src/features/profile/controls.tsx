import styles from './profile.module.css';

interface ChoiceProps<T extends string> {
  label: string;
  hint?: string;
  options: readonly T[];
  names: Record<T, string>;
  value: T;
  onChoose: (value: T) => void;
}

export function Choice<T extends string>({ label, hint, options, names, value, onChoose }: ChoiceProps<T>) {
  return (
    <label className={styles.choice}>
      <span>
        <span>{label}</span>
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      </span>
      <select
        className={styles.select}
        value={value}
        onChange={({ target }) => {
          const chosen = options.find((option) => option === target.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {names[option]}
          </option>
        ))}
      </select>
    </label>
  );
}

interface SwitchProps {
  label: string;
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

export function Switch({ label, hint, checked, onChange }: SwitchProps) {
  return (
    <label className={styles.choice}>
      <span>
        <span>{label}</span>
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      </span>
      <input
        type="checkbox"
        className={styles.check}
        checked={checked}
        onChange={({ target }) => {
          onChange(target.checked);
        }}
      />
    </label>
  );
}
