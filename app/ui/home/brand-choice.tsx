import { EmptyState } from "../display/empty-state";
import { Say } from "../display/say";
import { Icon } from "../icons/icon";
import { AppLink } from "../layout/app-link";
import type { Person } from "../layout/person";
import { useTexts } from "../texts/texts-context";
import styles from "./brand-choice.module.css";

/** The brands a person works for. */
export function BrandChoice({ brands }: { readonly brands: Person["brands"] }) {
  const { t } = useTexts();
  if (brands.length === 0) {
    return (
      <>
        <Say>{t("today.brands_none")}</Say>
        <EmptyState>{t("today.brands_none_body")}</EmptyState>
      </>
    );
  }
  return (
    <>
      <Say>{t("today.brands_sentence")}</Say>
      <ul className={styles.brands}>
        {brands.map((brand) => (
          <li key={brand.slug}>
            <AppLink to={`/manage/${brand.slug}`} className={styles.brand}>
              <Icon name="store" />
              <b>{brand.name}</b>
              <span>{t(`role.${brand.role}`)}</span>
              <Icon name="right" small />
            </AppLink>
          </li>
        ))}
      </ul>
    </>
  );
}
