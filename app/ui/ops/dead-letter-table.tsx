import { type Column, DataTable } from "../display/data-table";
import { tellLag } from "../format/lags";
import { formatCount, NO_FIGURE } from "../format/numbers";
import { AppForm } from "../forms/app-form";
import { SubmitButton } from "../forms/submit-button";
import { useTexts } from "../texts/texts-context";
import styles from "./dead-letter-table.module.css";
import type { DeadLetterFacts } from "./health-facts";

/** Events set aside after repeated failure, each with its way back. */
export function DeadLetterTable({ letters, now }: { readonly letters: readonly DeadLetterFacts[]; readonly now: number }) {
  const texts = useTexts();
  const { t, locale } = texts;
  const columns: readonly Column<DeadLetterFacts>[] = [
    {
      id: "event",
      head: t("ops.event"),
      cell: (letter) => (
        <>
          {letter.type}
          <br />
          <span className={styles.second}>{letter.consumer}</span>
        </>
      ),
    },
    { id: "brand", head: t("ops.brand"), cell: (letter) => letter.brandSlug ?? NO_FIGURE },
    { id: "since", head: t("ops.since"), cell: (letter) => t("ops.ago", { lag: tellLag(texts, now - letter.recordedAt) }) },
    { id: "attempts", head: t("ops.attempts"), number: true, cell: (letter) => formatCount(locale, letter.attempts) },
    {
      id: "error",
      head: t("ops.last_error"),
      phone: "bare",
      cell: (letter) => <span className={styles.error}>{letter.lastError ?? NO_FIGURE}</span>,
    },
    {
      id: "replay",
      head: t("ops.replay"),
      phone: "beside",
      number: true,
      cell: (letter) => (
        <AppForm method="post" action="/ops?index" keepScroll>
          <input type="hidden" name="consumer" value={letter.consumer} />
          <input type="hidden" name="eventId" value={letter.eventId} />
          <SubmitButton low>{t("ops.replay")}</SubmitButton>
        </AppForm>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("ops.dead_letters")}
      columns={columns}
      rows={letters}
      keyOf={(letter) => `${letter.consumer} ${letter.eventId}`}
    />
  );
}
