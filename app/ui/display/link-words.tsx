import type { ReactNode } from "react";
import { AppLink } from "../layout/app-link";
import styles from "./link-words.module.css";

/** A link among words. `file` for answers that are downloaded. */
export function LinkWords({ to, file = false, children }: { readonly to: string; readonly file?: boolean; readonly children: ReactNode }) {
  return (
    <AppLink to={to} file={file} className={styles.link}>
      {children}
    </AppLink>
  );
}
