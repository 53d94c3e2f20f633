import { carriedIn, keepCarried } from "~/domain/tracking/touch-address";
import { buttonLook } from "../forms/button-look";
import { useHere } from "../layout/use-here";
import { useTexts } from "../texts/texts-context";
import styles from "./consent.module.css";

/** Both answers, side by side and alike. A plain form: it needs no JavaScript, and the whole page follows the answer. */
export function ConsentForm({ comesBack }: { readonly comesBack: boolean }) {
  const { t } = useTexts();
  const here = useHere();
  return (
    <form className={styles.answers} method="post" action={keepCarried("/consent", carriedIn(here))}>
      {comesBack ? <input type="hidden" name="next" value={here} /> : null}
      <button className={buttonLook({ look: "line" })} type="submit" name="answer" value="refuse">
        {t("consent.refuse")}
      </button>
      <button className={buttonLook({ look: "line" })} type="submit" name="answer" value="accept">
        {t("consent.accept")}
      </button>
    </form>
  );
}
