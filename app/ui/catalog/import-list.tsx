import type { ImportState, ShownImport } from "~/domain/catalog/catalog-import";
import { Chip, type ChipTone } from "../display/chip";
import { type Column, DataTable } from "../display/data-table";
import { LinkWords } from "../display/link-words";
import { formatCount, NO_FIGURE } from "../format/numbers";
import { formatMoment } from "../format/times";
import { useTexts } from "../texts/texts-context";

const STATE_TONES: Readonly<Record<ImportState, ChipTone>> = {
  queued: "plain",
  running: "caution",
  done: "accent",
  refused: "loss",
  failed: "loss",
};

type Props = { readonly base: string; readonly zone: string; readonly imports: readonly ShownImport[] };

/** The latest imports and how they ended. */
export function ImportList({ base, zone, imports }: Props) {
  const { t, locale } = useTexts();
  const columns: readonly Column<ShownImport>[] = [
    { id: "file", head: t("import.file"), cell: (one) => <LinkWords to={`${base}/imports/${one.importId}`}>{one.fileName}</LinkWords> },
    { id: "when", head: t("import.when"), cell: (one) => formatMoment(locale, one.createdAt, zone) },
    {
      id: "products",
      head: t("import.products"),
      number: true,
      cell: (one) => (one.result === null ? NO_FIGURE : formatCount(locale, one.result.products)),
    },
    {
      id: "state",
      head: t("catalog.status"),
      phone: "beside",
      number: true,
      cell: (one) => <Chip tone={STATE_TONES[one.state]}>{t(`import.state.${one.state}`)}</Chip>,
    },
  ];
  return <DataTable caption={t("import.recent")} columns={columns} rows={imports} keyOf={(one) => one.importId} />;
}
