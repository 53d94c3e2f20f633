import { PRODUCT_STATUSES, type ProductStatus } from "~/domain/catalog/product";
import { AppForm } from "../forms/app-form";
import { Field } from "../forms/field";
import { Select } from "../forms/select";
import { SubmitButton } from "../forms/submit-button";
import { useTexts } from "../texts/texts-context";
import styles from "./catalog-filter.module.css";

/** What the list is narrowed to, as its address says it. */
export type CatalogSearch = { readonly q: string; readonly status: ProductStatus | "all" };

const STATUSES = ["all", ...PRODUCT_STATUSES] as const;

/** Search by words and by state; the address keeps both. */
export function CatalogFilter({ base, search }: { readonly base: string; readonly search: CatalogSearch }) {
  const { t } = useTexts();
  return (
    <AppForm method="get" action={base} className={styles.filter} search label={t("catalog.search")} key={`${search.q} ${search.status}`}>
      <Field name="q" label={t("catalog.search")} type="search" hint={t("catalog.search_hint")} value={search.q} maxLength={200} optional />
      <Select
        name="status"
        label={t("catalog.status")}
        value={search.status}
        options={STATUSES.map((value) => ({ value, label: t(`catalog.status.${value}`) }))}
      />
      <SubmitButton>{t("form.apply")}</SubmitButton>
    </AppForm>
  );
}
