import type { ReactNode } from "react";
import { Icon } from "../icons/icon";
import styles from "./more.module.css";

/** The rest of something long, one press away. */
export function More({ label, children, twin }: { readonly label: string; readonly children: ReactNode; readonly twin?: string }) {
  return (
    <details className={styles.more} data-twin={twin}>
      <summary>
        <Icon name="down" small />
        {label}
      </summary>
      {children}
    </details>
  );
}
