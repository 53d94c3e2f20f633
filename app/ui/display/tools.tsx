import type { ReactNode } from "react";
import styles from "./tools.module.css";

/** The row above the sentence: what is chosen on the left, facts or the main deed on the right. */
export function Tools({ children, aside }: { readonly children?: ReactNode; readonly aside?: ReactNode }) {
  return (
    <div className={styles.tools}>
      {children}
      {aside === undefined ? null : <div className={styles.aside}>{aside}</div>}
    </div>
  );
}
