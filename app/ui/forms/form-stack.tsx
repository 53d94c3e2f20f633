import type { ReactNode } from "react";
import styles from "./form-stack.module.css";

/** Fields under each other with even space; `row` puts its buttons side by side. */
export function FormStack({ children }: { readonly children: ReactNode }) {
  return <div className={styles.stack}>{children}</div>;
}

/** Buttons of a form, the main one first. */
export function FormButtons({ children }: { readonly children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>;
}
