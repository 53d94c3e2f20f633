import { useTexts } from "../texts/texts-context";
import { AppLink } from "./app-link";
import styles from "./wordmark.module.css";

/** The name with its pane of glass; leads to the start page. */
export function Wordmark() {
  const { t } = useTexts();
  return (
    <AppLink className={styles.word} to="/">
      <svg viewBox="0 0 15 19" width={15} height={19} aria-hidden="true" focusable="false">
        <path className={styles.frame} d="M1 1h13v17H1z" />
        <path className={styles.gleam} d="M4 15 11 4" />
      </svg>
      {t("app.name")}
    </AppLink>
  );
}
