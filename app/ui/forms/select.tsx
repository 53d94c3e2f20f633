import { useId } from "react";
import { Icon } from "../icons/icon";
import styles from "./field.module.css";
import { FieldFrame } from "./field-frame";

type Props = {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value?: string | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
};

/** A labelled choice of one from a few. */
export function Select({ name, label, options, value, hint, error }: Props) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <span className={styles.arrow}>
        <select
          id={id}
          className={`${styles.box} ${styles.select}`}
          name={name}
          defaultValue={value}
          aria-invalid={error !== undefined}
          aria-describedby={`${id}-hint ${id}-error`}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="down" small />
      </span>
    </FieldFrame>
  );
}
