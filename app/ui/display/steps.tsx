import type { ReactNode } from "react";
import styles from "./steps.module.css";

export type Step = { readonly id: string; readonly title: string; readonly body: ReactNode };

/** What to do, in order. */
export function Steps({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li key={step.id}>
          <b>{step.title}</b>
          <div className={styles.body}>{step.body}</div>
        </li>
      ))}
    </ol>
  );
}
