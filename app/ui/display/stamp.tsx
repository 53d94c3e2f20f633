import type { ReactNode } from "react";
import styles from "./stamp.module.css";

/** A fact that frames the page and opens nothing, such as the present day. */
export function Stamp({ children }: { readonly children: ReactNode }) {
  return <span className={styles.stamp}>{children}</span>;
}
