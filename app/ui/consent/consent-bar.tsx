import { AppLink } from "../layout/app-link";
import { useTexts } from "../texts/texts-context";
import styles from "./consent.module.css";
import { ConsentForm } from "./consent-form";

/** Asks, at the foot of the window, whether this browser may be recognised; covers nothing at the end of a page. */
export function ConsentBar() {
  const { t } = useTexts();
  return (
    <section className={styles.bar} aria-labelledby="consent-title">
      <div className={styles.inner}>
        <div className={styles.words}>
          <h2 id="consent-title" className={styles.title}>
            {t("consent.title")}
          </h2>
          <p className={styles.text}>
            {t("consent.words")}{" "}
            <AppLink className={styles.more} to="/consent">
              {t("consent.more")}
            </AppLink>
          </p>
        </div>
        <ConsentForm comesBack />
      </div>
    </section>
  );
}
