import type { Brand } from "~/domain/catalog/brand";
import { Chip } from "../display/chip";
import { type Column, DataTable } from "../display/data-table";
import { Say } from "../display/say";
import { Section } from "../display/section";
import { AppForm } from "../forms/app-form";
import { Field } from "../forms/field";
import { FormButtons, FormStack } from "../forms/form-stack";
import { Notice } from "../forms/notice";
import { SubmitButton } from "../forms/submit-button";
import { useTexts } from "../texts/texts-context";
import styles from "./brands-page.module.css";

/** What can be wrong with a new brand. */
export type BrandProblem =
  | "name_empty"
  | "name_too_long"
  | "unknown_currency"
  | "unknown_zone"
  | "unknown_country"
  | "slug_invalid"
  | "slug_taken"
  | "owner_unknown";

type BrandField = "name" | "slug" | "currency" | "timezone" | "country" | "owner";

type Props = {
  readonly brands: readonly Brand[];
  readonly created: string | null;
  readonly refused: BrandProblem | null;
  /** What was typed, when it was refused. */
  readonly values: { readonly [Name in BrandField]?: string | undefined };
};

/** Which field a refusal is about. Total: a new refusal does not compile without its place. */
const PLACE: Readonly<Record<BrandProblem, BrandField>> = {
  name_empty: "name",
  name_too_long: "name",
  unknown_currency: "currency",
  unknown_zone: "timezone",
  unknown_country: "country",
  slug_invalid: "slug",
  slug_taken: "slug",
  owner_unknown: "owner",
};

/** All brands of the installation, and the form for another. */
export function BrandsPage({ brands, created, refused, values }: Props) {
  const { t } = useTexts();
  return (
    <>
      {brands.length === 0 ? (
        <Say rest={t("ops.brands.none_rest")}>{t("ops.brands.none")}</Say>
      ) : (
        <Say>{t("ops.brands.sentence", { count: brands.length })}</Say>
      )}
      <div className={styles.columns}>
        <div>
          {created === null ? null : <Notice kind="done">{t("ops.brands.created", { name: created })}</Notice>}
          {brands.length === 0 ? null : <BrandTable brands={brands} />}
        </div>
        <Section title={t("ops.brands.create")}>
          <BrandForm key={created} refused={refused} values={values} />
        </Section>
      </div>
    </>
  );
}

function BrandTable({ brands }: { readonly brands: readonly Brand[] }) {
  const { t } = useTexts();
  const columns: readonly Column<Brand>[] = [
    { id: "name", head: t("ops.brands.name"), cell: (brand) => brand.name },
    { id: "slug", head: t("ops.brands.slug"), cell: (brand) => brand.slug },
    { id: "currency", head: t("ops.brands.currency"), cell: (brand) => brand.currency },
    { id: "zone", head: t("ops.brands.zone"), cell: (brand) => brand.timezone },
    { id: "country", head: t("ops.brands.country"), cell: (brand) => brand.country },
    {
      id: "state",
      head: t("ops.brands.state"),
      number: true,
      phone: "beside",
      cell: (brand) => (
        <Chip tone={brand.status === "live" ? "accent" : brand.status === "suspended" ? "loss" : "plain"}>
          {t(`ops.brands.state.${brand.status}`)}
        </Chip>
      ),
    },
  ];
  return <DataTable caption={t("ops.brands.title")} columns={columns} rows={brands} keyOf={(brand) => brand.brandId} />;
}

function BrandForm({ refused, values }: Pick<Props, "refused" | "values">) {
  const { t } = useTexts();
  const place = refused === null ? null : PLACE[refused];
  const field = (name: BrandField) => ({
    name,
    label: t(`ops.brands.${name === "timezone" ? "zone" : name}`),
    value: values[name],
    error: place === name && refused !== null ? t(`ops.brands.refused.${refused}`) : undefined,
    focus: place === name,
  });
  return (
    <AppForm method="post">
      <FormStack>
        <Field {...field("name")} maxLength={100} />
        <Field {...field("slug")} hint={t("ops.brands.slug_hint")} optional maxLength={60} />
        <Field {...field("currency")} hint={t("ops.brands.currency_hint")} maxLength={3} />
        <Field {...field("timezone")} hint={t("pick.zone_hint")} maxLength={60} />
        <Field {...field("country")} hint={t("ops.brands.country_hint")} maxLength={2} />
        <Field {...field("owner")} type="email" hint={t("ops.brands.owner_hint")} optional maxLength={254} />
        <FormButtons>
          <SubmitButton look="main">{t("ops.brands.create")}</SubmitButton>
        </FormButtons>
      </FormStack>
    </AppForm>
  );
}
