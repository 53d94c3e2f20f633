import type { ReactNode } from "react";
import styles from "./say.module.css";

/** The answer of a page, in words: the first voice says it, the second says what it rests on. */
export function Say({ children, rest }: { readonly children: ReactNode; readonly rest?: ReactNode }) {
  return (
    <h1 className={styles.say}>
      {children}
      {rest === undefined || rest === null ? null : (
        <>
          {" "}
          <em>{rest}</em>
        </>
      )}
    </h1>
  );
}
