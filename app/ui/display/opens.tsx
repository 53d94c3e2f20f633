import type { ReactNode } from "react";
import { AppLink } from "../layout/app-link";
import styles from "./opens.module.css";

/** A figure that opens its rows: the dotted underline means this and nothing else. */
export function Opens({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <AppLink to={to} className={styles.opens}>
      {children}
    </AppLink>
  );
}
