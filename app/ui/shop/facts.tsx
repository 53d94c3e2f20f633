import type { ReactNode } from "react";
import { Icon, type IconName } from "../icons/icon";
import styles from "./facts.module.css";

export type Fact = {
  readonly id: string;
  readonly icon: IconName;
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly action?: ReactNode;
};

/** Facts that matter before buying: an icon, one line, a second line, perhaps a way to change it. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <ul className={styles.facts}>
      {facts.map((fact) => (
        <li key={fact.id}>
          <Icon name={fact.icon} />
          <div>
            <p className={styles.title}>{fact.title}</p>
            {fact.note === undefined ? null : <p className={styles.note}>{fact.note}</p>}
          </div>
          {fact.action === undefined ? null : <div className={styles.action}>{fact.action}</div>}
        </li>
      ))}
    </ul>
  );
}
