import styles from "./icon.module.css";
import { SHAPES } from "./shapes";

export type IconName = keyof typeof SHAPES;

/** One icon of the set. It is decoration: the words beside it say what it means. */
export function Icon({ name, small = false }: { readonly name: IconName; readonly small?: boolean }) {
  return (
    <svg
      className={small ? `${styles.icon} ${styles.small}` : styles.icon}
      viewBox="0 0 24 24"
      width={20}
      height={20}
      aria-hidden="true"
      focusable="false"
    >
      <path d={SHAPES[name]} />
    </svg>
  );
}
