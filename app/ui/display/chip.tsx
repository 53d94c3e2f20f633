import type { ReactNode } from "react";
import styles from "./chip.module.css";

export type ChipTone = "plain" | "accent" | "loss" | "caution";

/** A state in one or two words. */
export function Chip({ tone = "plain", children }: { readonly tone?: ChipTone; readonly children: ReactNode }) {
  return <span className={`${styles.chip} ${styles[tone]}`}>{children}</span>;
}
