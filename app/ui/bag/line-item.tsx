import type { ReactNode } from "react";
import { Icon } from "../icons/icon";
import { AppLink } from "../layout/app-link";
import styles from "./line-item.module.css";

type Props = {
  /** Where the product stands; left out where it may be gone. */
  readonly to?: string;
  readonly title: string;
  readonly option: ReactNode;
  readonly pictureUrl: string | null;
  readonly amount: string;
};

/** One line of a bag, checkout or order: picture, name, what was chosen, what it costs. */
export function LineItem({ to, title, option, pictureUrl, amount }: Props) {
  const own = pictureUrl?.startsWith("/") === true && !pictureUrl.startsWith("//");
  return (
    <div className={styles.item}>
      <span className={styles.picture}>{own ? <img src={pictureUrl} alt="" width={72} height={72} /> : <Icon name="hanger" />}</span>
      <div className={styles.words}>
        <p className={styles.title}>{to === undefined ? title : <AppLink to={to}>{title}</AppLink>}</p>
        <p className={styles.option}>{option}</p>
      </div>
      <p className={styles.amount}>{amount}</p>
    </div>
  );
}
