import type { ReactNode } from "react";
import styles from "./figures.module.css";

export type Figure = {
  readonly id: string;
  readonly title: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
};

/** Up to a handful of figures in one row between hairlines; two in a row on phones. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl className={styles.figures}>
      {figures.map((figure) => (
        <div key={figure.id} data-figure={figure.id}>
          <dt>{figure.title}</dt>
          <dd className={styles.value}>{figure.value}</dd>
          {figure.note === undefined ? null : <dd className={styles.note}>{figure.note}</dd>}
        </div>
      ))}
    </dl>
  );
}
