import type { CatalogSummary, ShownImport } from "~/domain/catalog/catalog-import";
import type { RowError } from "~/domain/catalog/row-error";
import { type Column, DataTable } from "../display/data-table";
import { Figures } from "../display/figures";
import { LinkWords } from "../display/link-words";
import { Say } from "../display/say";
import { Section } from "../display/section";
import { formatCount } from "../format/numbers";
import { formatMoment } from "../format/times";
import { buttonLook } from "../forms/button-look";
import { AppLink } from "../layout/app-link";
import { useTexts } from "../texts/texts-context";
import styles from "./import-result.module.css";
import { tellRowError } from "./tell-row-error";

type Props = { readonly base: string; readonly zone: string; readonly one: ShownImport };

/** One import: how far it is, or how it ended and what to correct. */
export function ImportResult({ base, zone, one }: Props) {
  return (
    <>
      <Sentence one={one} zone={zone} />
      {one.result === null ? null : (
        <>
          <Counts result={one.result} />
          {one.result.errors.length === 0 ? null : <Errors base={base} one={one} result={one.result} />}
        </>
      )}
      <Next base={base} one={one} />
    </>
  );
}

function Sentence({ one, zone }: { readonly one: ShownImport; readonly zone: string }) {
  const { t, locale } = useTexts();
  const file = one.fileName;
  if (one.state === "queued") return <Say rest={t("import.queued_rest", { file })}>{t("import.queued")}</Say>;
  if (one.state === "running") return <Say rest={t("import.running_rest", { count: one.rowsDone })}>{t("import.running", { file })}</Say>;
  if (one.state === "refused") {
    return <Say rest={t("import.refused_rest", { file })}>{t("import.refused", { count: one.result?.errorLines ?? 0 })}</Say>;
  }
  if (one.state === "failed") return <Say rest={t("import.failed_rest", { file })}>{t("import.failed")}</Say>;
  return (
    <Say rest={t("import.done_rest", { file, when: formatMoment(locale, one.finishedAt ?? one.createdAt, zone) })}>
      {t("import.done", { count: one.result?.products ?? 0 })}
    </Say>
  );
}

function Counts({ result }: { readonly result: CatalogSummary }) {
  const { t, locale } = useTexts();
  const counts = (["products", "variants", "images", "rows"] as const).map((id) => ({
    id,
    title: t(`import.${id}`),
    value: formatCount(locale, result[id]),
  }));
  return <Figures figures={counts} />;
}

type ErrorsProps = { readonly base: string; readonly one: ShownImport; readonly result: NonNullable<ShownImport["result"]> };

function Errors({ base, one, result }: ErrorsProps) {
  const texts = useTexts();
  const { t, locale } = texts;
  const columns: readonly Column<RowError>[] = [
    { id: "line", head: t("import.line"), phone: "labelled", cell: (error) => formatCount(locale, error.line) },
    { id: "field", head: t("import.field"), cell: (error) => error.field },
    {
      id: "value",
      head: t("import.value"),
      cell: (error) => <span className={styles.value}>{error.value === "" ? t("import.empty_value") : error.value}</span>,
    },
    { id: "fix", head: t("import.fix"), phone: "bare", cell: (error) => tellRowError(texts, error) },
  ];
  const { errors: shown, errorCount: count } = result;
  return (
    <Section
      title={t("import.errors")}
      note={shown.length < count ? t("import.errors_more", { shown: shown.length, count }) : undefined}
      action={
        <LinkWords to={`${base}/imports/${one.importId}/errors.csv`} file>
          {t("import.errors_csv")}
        </LinkWords>
      }
    >
      <DataTable
        caption={t("import.errors")}
        columns={columns}
        rows={shown}
        keyOf={(error) => `${error.line} ${error.field} ${error.kind}`}
      />
    </Section>
  );
}

function Next({ base, one }: { readonly base: string; readonly one: ShownImport }) {
  const { t } = useTexts();
  if (one.state === "queued" || one.state === "running") return null;
  const again = one.state !== "done";
  return (
    <p className={styles.next}>
      <AppLink to={again ? `${base}/import` : base} className={buttonLook({ look: "main" })}>
        {t(again ? (one.state === "failed" ? "catalog.import" : "import.again") : "import.see_catalog")}
      </AppLink>
    </p>
  );
}
