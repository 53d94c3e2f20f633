import type { ReactNode } from "react";
import styles from "./empty-state.module.css";

/** Nothing to show, and what to do about it. */
export function EmptyState({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  return (
    <div className={styles.empty}>
      {title === undefined ? null : <h2>{title}</h2>}
      {children}
    </div>
  );
}
