import { useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { Icon } from "../icons/icon";
import { AppLink } from "../layout/app-link";
import { LanguageSwitch } from "../layout/language-switch";
import type { Person } from "../layout/person";
import { PersonMenu } from "../layout/person-menu";
import { SkipLink } from "../layout/skip-link";
import { useHere } from "../layout/use-here";
import { Wordmark } from "../layout/wordmark";
import { SheetHost } from "../sheet/sheet-host";
import { useTexts } from "../texts/texts-context";
import styles from "./shop-page.module.css";

type Props = {
  readonly person: Person | null;
  /** `read` for one column of text and forms, `wide` for pictures side by side. */
  readonly width?: "read" | "wide";
  readonly children: ReactNode;
};

/** A page of the shop: the bar with bag and account, the page, and room for a sheet over it. */
export function ShopPage({ person, width = "wide", children }: Props) {
  const { t } = useTexts();
  const here = useHere();
  return (
    <SheetHost>
      <div className={styles.page}>
        <SkipLink />
        <header className={styles.bar}>
          <div className={styles.inner}>
            <Wordmark />
            <Ways person={person} />
          </div>
        </header>
        <main id="content" tabIndex={-1} className={`${styles.main} ${width === "read" ? styles.read : ""}`}>
          {children}
        </main>
        <footer className={styles.footer}>
          <AppLink className={styles.quiet} to="/orders">
            {t("shop.orders")}
          </AppLink>
          <AppLink className={styles.quiet} to="/glossary">
            {t("nav.glossary")}
          </AppLink>
          <AppLink className={styles.quiet} to="/consent">
            {t("consent.link")}
          </AppLink>
          <LanguageSwitch next={here} />
        </footer>
      </div>
    </SheetHost>
  );
}

function Ways({ person }: { readonly person: Person | null }) {
  const { t } = useTexts();
  const count = useBagCount();
  const here = useHere();
  return (
    <div className={styles.ways}>
      <AppLink className={styles.icon} to="/orders" label={t("shop.orders")}>
        <Icon name="box" />
      </AppLink>
      <AppLink className={styles.icon} to="/bag" label={t("shop.bag", { count })}>
        <Icon name="bag" />
        {count > 0 ? (
          <span className={styles.count} aria-hidden="true">
            {count}
          </span>
        ) : null}
      </AppLink>
      {person === null ? (
        <AppLink className={styles.signIn} to={`/sign-in?next=${encodeURIComponent(here)}`}>
          {t("nav.sign_in")}
        </AppLink>
      ) : (
        <PersonMenu person={person} place="top" />
      )}
    </div>
  );
}

/** Pieces in the bag, which the root reads for every page. */
function useBagCount(): number {
  const root = useRouteLoaderData("root");
  if (typeof root !== "object" || root === null || !("bagCount" in root)) return 0;
  return typeof root.bagCount === "number" ? root.bagCount : 0;
}
