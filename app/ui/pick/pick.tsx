import type { ReactNode } from "react";
import { Icon } from "../icons/icon";
import { useClosingDetails } from "../layout/use-closing-details";
import styles from "./pick.module.css";

type Props = {
  /** What this picks, for those who hear the page. */
  readonly label: string;
  /** What is chosen now. */
  readonly chosen: string;
  readonly children: ReactNode;
};

/** A choice that opens below its button: a native disclosure, so it works without JavaScript. */
export function Pick({ label, chosen, children }: Props) {
  const details = useClosingDetails();
  return (
    <details className={styles.pick} ref={details}>
      <summary className={styles.button}>
        <span className="visually-hidden">{label}: </span>
        <span className={styles.chosen}>{chosen}</span>
        <Icon name="down" small />
      </summary>
      <div className={styles.panel}>{children}</div>
    </details>
  );
}
