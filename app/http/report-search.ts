import { json } from "@remix-run/node";
import type { RangeRefusal } from "~/domain/reporting/periods";
import type { DaysSearch, SearchProblem } from "~/schemas/search";
import { tellProblem } from "~/ui/reports/tell-problem";
import type { RouteArgs } from "./actor";
import { textsOf } from "./texts";

/** A 400 for an address that cannot be understood: the page makes its own of `problem`; programs and downloads read the sentence. */
export function refuseSearch(args: RouteArgs, problem: SearchProblem): Response {
  return json({ problem, said: tellProblem(textsOf(args), problem) }, { status: 400 });
}

/** A range that cannot be shown, as a problem of its first day. */
export function rangeProblem(search: DaysSearch, error: RangeRefusal): SearchProblem {
  const about = { field: "from", value: search.from } as const;
  return error.kind === "period_reversed" ? { kind: "reversed", ...about } : { kind: "too_long", ...about, maxDays: error.maxDays };
}
