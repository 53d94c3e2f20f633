import { useTexts } from "../texts/texts-context";
import styles from "./consent.module.css";
import { ConsentForm } from "./consent-form";

type Props = { readonly state: "granted" | "refused" | "unasked" | "signal" };

/** What recognising a browser means, the present answer, and the way to change it. */
export function ConsentPage({ state }: Props) {
  const { t } = useTexts();
  return (
    <div className={styles.page}>
      <h1 className={styles.heading}>{t("consent.page")}</h1>
      <p>{t(`consent.${state}`)}</p>
      <p>{t("consent.kept")}</p>
      <p>{t("consent.without")}</p>
      {state === "signal" ? null : <ConsentForm comesBack={false} />}
    </div>
  );
}
