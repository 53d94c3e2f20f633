import type { ReactNode } from "react";
import styles from "./provisional.module.css";

/** Words about what is not final yet: hatched below, as its bars are. */
export function Provisional({ children }: { readonly children: ReactNode }) {
  return <span className={styles.provisional}>{children}</span>;
}
