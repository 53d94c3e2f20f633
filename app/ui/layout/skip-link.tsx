import { useTexts } from "../texts/texts-context";
import styles from "./skip-link.module.css";

/** The first stop of the keyboard on every page: jumps over the navigation to `#content`. */
export function SkipLink() {
  const { t } = useTexts();
  return (
    <a className={styles.skip} href="#content">
      {t("page.skip")}
    </a>
  );
}
