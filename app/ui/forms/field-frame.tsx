import type { ReactNode } from "react";
import { Icon } from "../icons/icon";
import styles from "./field.module.css";

type Props = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly optional?: string | undefined;
  readonly children: ReactNode;
};

/** Label above, control, hint and error below; the control points at both by id. */
export function FieldFrame({ id, label, hint, error, optional, children }: Props) {
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {optional === undefined ? null : <span className={styles.optional}>{optional}</span>}
      </label>
      {children}
      <p className={styles.hint} id={`${id}-hint`} hidden={hint === undefined}>
        {hint}
      </p>
      <p className={styles.error} id={`${id}-error`} hidden={error === undefined}>
        <Icon name="warning" small />
        {error}
      </p>
    </div>
  );
}
