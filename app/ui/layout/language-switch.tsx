import { LANGUAGE_NAMES, LOCALES } from "../texts/locale";
import { useTexts } from "../texts/texts-context";
import styles from "./language-switch.module.css";

/** One button per other language; posts to /preferences and comes back to `next`. A plain form: the whole page changes its words. */
export function LanguageSwitch({ next }: { readonly next: string }) {
  const { locale } = useTexts();
  return (
    <form className={styles.switch} method="post" action="/preferences">
      <input type="hidden" name="next" value={next} />
      {LOCALES.filter((other) => other !== locale).map((other) => (
        <button key={other} className={styles.language} type="submit" name="locale" value={other} lang={other}>
          {LANGUAGE_NAMES[other]}
        </button>
      ))}
    </form>
  );
}
