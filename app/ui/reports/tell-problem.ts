import { METRIC_IDS } from "~/domain/reporting/metrics";
import type { SearchProblem } from "~/schemas/sales-search";
import type { Texts } from "../texts/texts";

/** What is wrong with a setting in the address and what is allowed, in one sentence. */
export function tellProblem({ t, locale }: Texts, problem: SearchProblem): string {
  const allowed = {
    day: () => t("problem.day"),
    by: () => t("problem.by"),
    zone: () => t("problem.zone"),
    metric: () => t("problem.metric", { known: new Intl.ListFormat(locale).format(METRIC_IDS) }),
    compare: () => t("problem.compare"),
    unknown: () => t("problem.unknown"),
    reversed: () => t("problem.reversed"),
    too_long: () => t("problem.too_long", { count: problem.maxDays ?? 0 }),
  }[problem.kind]();
  return t("error.value", { field: problem.field, value: problem.value, allowed });
}
