import { type Column, DataTable } from "../display/data-table";
import { tellLag } from "../format/lags";
import { formatCount, NO_FIGURE } from "../format/numbers";
import { useTexts } from "../texts/texts-context";
import type { ConsumerFacts } from "./health-facts";

/** What each consumer has still to take in. */
export function QueueTable({ consumers }: { readonly consumers: readonly ConsumerFacts[] }) {
  const texts = useTexts();
  const { t, locale } = texts;
  const columns: readonly Column<ConsumerFacts>[] = [
    { id: "consumer", head: t("ops.consumer"), cell: (state) => state.consumer },
    { id: "waiting", head: t("ops.queue_waiting"), number: true, cell: (state) => formatCount(locale, state.waiting) },
    { id: "leased", head: t("ops.queue_leased"), number: true, cell: (state) => formatCount(locale, state.leased) },
    { id: "dead", head: t("ops.queue_dead"), number: true, cell: (state) => formatCount(locale, state.dead) },
    {
      id: "oldest",
      head: t("ops.queue_oldest"),
      number: true,
      cell: (state) => (state.oldestMs === null ? NO_FIGURE : tellLag(texts, state.oldestMs)),
    },
  ];
  return <DataTable caption={t("ops.queues")} columns={columns} rows={consumers} keyOf={(state) => state.consumer} />;
}
