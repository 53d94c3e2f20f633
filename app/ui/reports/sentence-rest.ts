import { tellChange } from "../format/changes";
import { formatWeekday } from "../format/times";
import type { Texts } from "../texts/texts";

const TODAY = { more: "today.sentence_more", less: "today.sentence_less" } as const;
const SALES = { more: "sales.sentence_more", less: "sales.sentence_less" } as const;

/** Yesterday against what such a weekday usually brings, in a sentence; `null` when there is nothing to compare with. */
export function weekdaySentence(
  texts: Texts,
  day: string,
  amounts: { readonly now: number; readonly usual: number | null },
): string | null {
  if (amounts.usual === null) return null;
  const weekday = formatWeekday(texts.locale, day);
  const change = tellChange(texts, amounts.now, amounts.usual);
  if (change.direction === "same") return texts.t("today.sentence_same", { weekday });
  return change.size === null
    ? texts.t("today.sentence_unlike", { weekday })
    : texts.t(TODAY[change.direction], { weekday, size: change.size });
}

/** A period against the one before, in a sentence. */
export function periodSentence(texts: Texts, days: number, amounts: { readonly now: number; readonly before: number }): string {
  const length = texts.t("sales.sentence_days", { count: days });
  const change = tellChange(texts, amounts.now, amounts.before);
  if (change.direction === "same") return texts.t("sales.sentence_same", { days: length });
  return change.size === null
    ? texts.t("sales.sentence_unlike", { days: length })
    : texts.t(SALES[change.direction], { days: length, size: change.size });
}
