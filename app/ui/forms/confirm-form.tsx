import type { ReactNode } from "react";
import { AppForm } from "./app-form";
import { buttonLook } from "./button-look";
import styles from "./confirm-form.module.css";
import { SubmitButton } from "./submit-button";

type Props = {
  /** The words of the first button, e.g. `Remove`. */
  readonly ask: string;
  /** What will happen, in a sentence. */
  readonly consequence: string;
  /** The words of the button that does it. */
  readonly confirm: string;
  /** Hidden fields that say what is meant. */
  readonly fields: Readonly<Record<string, string>>;
  readonly action?: string;
  readonly children?: ReactNode;
};

/** A deed in two steps, without JavaScript too: opening tells the consequence, the second button does it. */
export function ConfirmForm({ ask, consequence, confirm, fields, action, children }: Props) {
  return (
    <details className={styles.confirm}>
      <summary className={buttonLook({ low: true })}>{ask}</summary>
      <AppForm method="post" {...(action === undefined ? {} : { action })} className={styles.panel}>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <p>{consequence}</p>
        <SubmitButton low look="line">
          {confirm}
        </SubmitButton>
      </AppForm>
    </details>
  );
}
