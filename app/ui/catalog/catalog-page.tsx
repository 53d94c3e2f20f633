import type { ListedProduct } from "~/domain/catalog/listed-product";
import type { Currency } from "~/domain/kernel/currency";
import { EmptyState } from "../display/empty-state";
import { Pages } from "../display/pages";
import { Say } from "../display/say";
import { Tools } from "../display/tools";
import { buttonLook } from "../forms/button-look";
import { Icon } from "../icons/icon";
import { AppLink } from "../layout/app-link";
import { useTexts } from "../texts/texts-context";
import { CatalogFilter, type CatalogSearch } from "./catalog-filter";
import { CatalogTable } from "./catalog-table";

export type CatalogFacts = {
  readonly products: readonly ListedProduct[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly search: CatalogSearch;
};

type Props = { readonly base: string; readonly currency: Currency; readonly mayImport: boolean; readonly facts: CatalogFacts };

/** A brand's products: how many, which ones, what they cost and what is left of them. */
export function CatalogPage({ base, currency, mayImport, facts }: Props) {
  const { t } = useTexts();
  const { search, total } = facts;
  const filtered = search.q !== "" || search.status !== "all";
  const hrefOf = (page: number) => `${base}?${new URLSearchParams({ q: search.q, status: search.status, page: String(page) }).toString()}`;
  return (
    <>
      <Tools
        aside={
          mayImport ? (
            <AppLink to={`${base}/import`} className={buttonLook({ look: "main", low: true })}>
              <Icon name="upload" small />
              {t("catalog.import")}
            </AppLink>
          ) : undefined
        }
      />
      <Say>{sentence(t, total, filtered)}</Say>
      {total === 0 && !filtered ? (
        <EmptyState>
          <p>{mayImport ? t("catalog.none_body") : t("catalog.none_reader")}</p>
          {mayImport ? (
            <AppLink to={`${base}/import`} className={buttonLook({ look: "main" })}>
              {t("catalog.import")}
            </AppLink>
          ) : null}
        </EmptyState>
      ) : (
        <>
          <CatalogFilter base={base} search={search} />
          {total === 0 ? (
            <EmptyState>
              <p>{t("catalog.no_match_body")}</p>
              <AppLink to={base} className={buttonLook({ look: "line" })}>
                {t("catalog.show_all")}
              </AppLink>
            </EmptyState>
          ) : (
            <CatalogTable products={facts.products} currency={currency} />
          )}
          <Pages page={facts.page} pages={facts.pages} hrefOf={hrefOf} />
        </>
      )}
    </>
  );
}

function sentence(t: ReturnType<typeof useTexts>["t"], total: number, filtered: boolean): string {
  if (total === 0) return t(filtered ? "catalog.sentence_no_match" : "catalog.sentence_none");
  return filtered ? t("catalog.sentence_found", { count: total }) : t("catalog.sentence", { count: total });
}
