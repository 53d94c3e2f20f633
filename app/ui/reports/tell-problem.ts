import type { SearchProblem } from "~/schemas/search";
import type { Texts } from "../texts/texts";

/** What is wrong with a setting in the address and what is allowed, in one sentence. */
export function tellProblem({ t, locale }: Texts, problem: SearchProblem): string {
  const listed = new Intl.ListFormat(locale).format(problem.known ?? []);
  const allowed = {
    day: () => t("problem.day"),
    by: () => t("problem.by"),
    zone: () => t("problem.zone"),
    metric: () => t("problem.metric", { known: listed }),
    compare: () => t("problem.compare"),
    currency: () => t("problem.currency"),
    group: () => t("problem.one_of", { known: listed }),
    show: () => t("problem.one_of", { known: listed }),
    page: () => t("problem.page"),
    unknown: () => t("problem.unknown"),
    reversed: () => t("problem.reversed"),
    too_long: () => t("problem.too_long", { count: problem.maxDays ?? 0 }),
  }[problem.kind]();
  return t("error.value", { field: problem.field, value: problem.value, allowed });
}
