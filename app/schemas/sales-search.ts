import type { Instant, LocalDay, Zone } from "~/domain/kernel/branded";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import { localDayOf, parseDay, parseZone, plusDays } from "~/domain/kernel/zones";
import { METRIC_IDS, type MetricId } from "~/domain/reporting/metrics";
import { GRAINS, type Grain } from "~/domain/reporting/periods";

/** What a sales page shows, as its address says it. */
export type SalesSearch = {
  readonly from: LocalDay;
  readonly to: LocalDay;
  readonly by: Grain;
  readonly zone: Zone;
  readonly metric: MetricId;
  readonly compare: boolean;
};

/** A setting in the address that cannot be used, and why. */
export type SearchProblem = {
  readonly kind: "day" | "by" | "zone" | "metric" | "compare" | "unknown" | "reversed" | "too_long";
  readonly field: string;
  readonly value: string;
  /** Only with `too_long`. */
  readonly maxDays?: number;
};

const FIELDS = ["from", "to", "by", "zone", "metric", "compare"] as const;

/** The framework adds this one to data requests; it is no setting of the page. */
const FRAMEWORK = new Set(["_routes", "_data"]);

/** Nothing longer is repeated to the reader. */
const LONGEST_REPEATED = 60;

const DEFAULT_DAYS = 30;

/**
 * Reads the address of a sales page. Missing settings: the 30 days up to today in the brand's zone, per day,
 * net sales, compared with the 30 before. Anything unusable is refused rather than guessed.
 */
export function parseSalesSearch(
  query: URLSearchParams,
  fallback: { readonly zone: Zone; readonly now: Instant },
): Outcome<SalesSearch, SearchProblem> {
  const unknown = [...query.keys()].find((name) => !FRAMEWORK.has(name) && !FIELDS.some((field) => field === name));
  if (unknown !== undefined) return problem("unknown", unknown, query.get(unknown));
  const zone = read(query, "zone", parseZone, fallback.zone);
  if (zone === undefined) return problem("zone", "zone", query.get("zone"));
  const to = read(query, "to", parseDay, read(query, "from", (from) => endFrom(from), undefined) ?? localDayOf(fallback.now, zone));
  if (to === undefined) return problem("day", "to", query.get("to"));
  const from = read(query, "from", parseDay, plusDays(to, 1 - DEFAULT_DAYS));
  if (from === undefined) return problem("day", "from", query.get("from"));
  const by = read(query, "by", (text) => GRAINS.find((grain) => grain === text), "day");
  if (by === undefined) return problem("by", "by", query.get("by"));
  const metric = read(query, "metric", (text) => METRIC_IDS.find((id) => id === text), "net_sales");
  if (metric === undefined) return problem("metric", "metric", query.get("metric"));
  const compare = read(query, "compare", (text) => COMPARE.get(text), true);
  if (compare === undefined) return problem("compare", "compare", query.get("compare"));
  return done({ from, to, by, zone, metric, compare });
}

const COMPARE: ReadonlyMap<string, boolean> = new Map([
  ["1", true],
  ["0", false],
]);

/** A first day alone asks for the 30 days from it. */
function endFrom(from: string): LocalDay | undefined {
  const day = parseDay(from);
  return day === undefined ? undefined : plusDays(day, DEFAULT_DAYS - 1);
}

/** A missing or blank setting takes the fallback; an unusable one gives `undefined`. */
function read<Value>(query: URLSearchParams, name: string, parse: (text: string) => Value | undefined, fallback: Value): Value | undefined {
  const text = query.get(name)?.trim() ?? "";
  return text === "" ? fallback : parse(text);
}

function problem(kind: SearchProblem["kind"], field: string, value: string | null): Outcome<never, SearchProblem> {
  return refused({ kind, field, value: (value ?? "").slice(0, LONGEST_REPEATED) });
}
