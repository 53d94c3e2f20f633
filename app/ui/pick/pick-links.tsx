import { Icon } from "../icons/icon";
import { AppLink } from "../layout/app-link";
import styles from "./pick.module.css";

export type PickOption = { readonly to: string; readonly label: string; readonly chosen: boolean };

/** A few fixed choices, each an address of the same page. */
export function PickLinks({ options }: { readonly options: readonly PickOption[] }) {
  return (
    <ul className={styles.options}>
      {options.map((option) => (
        <li key={option.to + option.label}>
          <AppLink to={option.to} current={option.chosen ? "true" : undefined} keepScroll>
            {option.label}
            {option.chosen ? <Icon name="check" small /> : null}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
