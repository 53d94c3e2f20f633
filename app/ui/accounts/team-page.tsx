import type { ReactNode } from "react";
import styles from "./team.module.css";

/** The parts of the team page under each other. */
export function TeamPage({ children }: { readonly children: ReactNode }) {
  return <div className={styles.page}>{children}</div>;
}
