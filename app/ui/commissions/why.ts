import type { Model } from "~/domain/attribution/models";
import type { NoCommissionReason } from "~/domain/commission/decision";
import type { Texts } from "../texts/texts";

type Facts = { readonly winners: readonly string[]; readonly model: Model; readonly windowDays: number };

/** Why a line earned nothing, in a sentence or two; it names whose touch won. */
export function tellWhy({ t, locale }: Texts, reason: NoCommissionReason, facts: Facts): string {
  const days = t("sales.sentence_days", { count: facts.windowDays });
  const why = t(`why.${reason}`, { days, model: t(`model.${facts.model}`) });
  if (reason !== "other_touch_won" || facts.winners.length === 0) return why;
  const winner = new Intl.ListFormat(locale).format(facts.winners.map((handle) => `@${handle}`));
  return `${t("commissions.winner", { winner })} ${why}`;
}
