import type { ReactNode } from "react";
import { useTexts } from "../texts/texts-context";
import { AppLink } from "./app-link";
import { LanguageSwitch } from "./language-switch";
import type { Person } from "./person";
import { PersonMenu } from "./person-menu";
import styles from "./public-page.module.css";
import { SkipLink } from "./skip-link";
import { useHere } from "./use-here";
import { Wordmark } from "./wordmark";

type Props = {
  /** Whoever is signed in; null shows the way in. */
  readonly person: Person | null;
  /** `narrow` for one form or one text, `wide` for shelves and tables. */
  readonly width?: "narrow" | "wide";
  readonly children: ReactNode;
};

/** A page outside the desks: header with the wordmark, content, footer with language and glossary. */
export function PublicPage({ person, width = "wide", children }: Props) {
  const { t } = useTexts();
  const here = useHere();
  return (
    <div className={styles.page}>
      <SkipLink />
      <header className={styles.header}>
        <Wordmark />
        <div className={styles.account}>
          {person === null ? (
            <AppLink className={styles.signIn} to="/sign-in">
              {t("nav.sign_in")}
            </AppLink>
          ) : (
            <PersonMenu person={person} place="top" />
          )}
        </div>
      </header>
      <main id="content" tabIndex={-1} className={width === "narrow" ? `${styles.main} ${styles.narrow}` : styles.main}>
        {children}
      </main>
      <footer className={styles.footer}>
        <AppLink className={styles.quiet} to="/glossary">
          {t("nav.glossary")}
        </AppLink>
        <LanguageSwitch next={here} />
      </footer>
    </div>
  );
}
