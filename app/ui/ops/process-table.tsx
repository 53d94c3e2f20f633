import { Chip } from "../display/chip";
import { type Column, DataTable } from "../display/data-table";
import { tellLag } from "../format/lags";
import { useTexts } from "../texts/texts-context";
import type { ProcessFacts } from "./health-facts";

/** Below this a process was seen "just now". */
const JUST_NOW_MS = 5_000;

/** Which processes run, and when each was last seen. */
export function ProcessTable({ processes, now }: { readonly processes: readonly ProcessFacts[]; readonly now: number }) {
  const texts = useTexts();
  const { t } = texts;
  const seen = (process: ProcessFacts) => {
    const ms = now - process.seenAt;
    return ms < JUST_NOW_MS ? t("ops.now") : t("ops.ago", { lag: tellLag(texts, ms) });
  };
  const columns: readonly Column<ProcessFacts>[] = [
    { id: "kind", head: t("ops.process"), cell: (process) => t(`ops.process.${process.kind}`) },
    { id: "since", head: t("ops.since"), cell: (process) => t("ops.ago", { lag: tellLag(texts, now - process.startedAt) }) },
    { id: "seen", head: t("ops.seen"), cell: seen },
    {
      id: "alive",
      head: t("catalog.status"),
      number: true,
      phone: "beside",
      cell: (process) => <Chip tone={process.alive ? "accent" : "loss"}>{t(process.alive ? "ops.alive" : "ops.silent")}</Chip>,
    },
  ];
  return <DataTable caption={t("ops.processes")} columns={columns} rows={processes} keyOf={(process) => process.id} />;
}
