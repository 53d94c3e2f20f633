import { type ReactNode, useId } from "react";
import styles from "./section.module.css";

type Props = {
  readonly title: string;
  /** What stands beside the title in the second voice. */
  readonly note?: ReactNode;
  /** A link or button at the end of the title's line. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
};

/** A part of a page under its own heading. */
export function Section({ title, note, action, children }: Props) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {note === undefined ? null : <div className={styles.note}>{note}</div>}
        {action === undefined ? null : <div className={styles.action}>{action}</div>}
      </div>
      {children}
    </section>
  );
}
