import { Icon } from "../icons/icon";
import { AppLink } from "../layout/app-link";
import { useTexts } from "../texts/texts-context";
import styles from "./pages.module.css";

type Props = {
  readonly page: number;
  readonly pages: number;
  /** The address of a page of this list, its filters kept. */
  readonly hrefOf: (page: number) => string;
};

/** Back and forth through a long list; nothing when one page holds it all. */
export function Pages({ page, pages, hrefOf }: Props) {
  const { t } = useTexts();
  if (pages <= 1) return null;
  return (
    <nav className={styles.pages} aria-label={t("table.pages")}>
      {page > 1 ? (
        <AppLink to={hrefOf(page - 1)} rel="prev">
          <Icon name="left" small />
          {t("table.previous_page")}
        </AppLink>
      ) : (
        <span />
      )}
      <span className={styles.where}>{t("table.page", { page, pages })}</span>
      {page < pages ? (
        <AppLink to={hrefOf(page + 1)} rel="next">
          {t("table.next_page")}
          <Icon name="right" small />
        </AppLink>
      ) : (
        <span />
      )}
    </nav>
  );
}
