import type { Instant, LocalDay, Zone } from "~/domain/kernel/branded";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import { localDayOf, parseDay, parseZone, plusDays } from "~/domain/kernel/zones";
import { GRAINS, type Grain } from "~/domain/reporting/periods";
import { PAGE_PARAMETERS } from "~/domain/tracking/touch-address";

/** The days a report is about. */
export type DaysSearch = { readonly from: LocalDay; readonly to: LocalDay; readonly zone: Zone };

/** The days, how they are cut, and whether the days before are laid beside them. */
export type SpanSearch = DaysSearch & { readonly by: Grain; readonly compare: boolean };

/** A setting in the address that cannot be used, and why. */
export type SearchProblem = {
  readonly kind:
    | "day"
    | "by"
    | "zone"
    | "metric"
    | "compare"
    | "currency"
    | "group"
    | "show"
    | "page"
    | "unknown"
    | "reversed"
    | "too_long";
  readonly field: string;
  readonly value: string;
  /** Only with `too_long`. */
  readonly maxDays?: number;
  /** What is allowed, where the page lists it. */
  readonly known?: readonly string[];
};

type Fallback = { readonly zone: Zone; readonly now: Instant };

/** No settings of a page: the framework adds them to data requests, and a visit's touches travel along. */
const FRAMEWORK = new Set<string>(["_routes", "_data", ...PAGE_PARAMETERS]);

/** Nothing longer is repeated to the reader. */
const LONGEST_REPEATED = 60;

const DEFAULT_DAYS = 30;

/**
 * Reads the days of a report from its address. Missing settings: the 30 days up to today. Anything unusable, and
 * any setting but the days and the page's own `others`, is refused rather than guessed.
 */
export function parseDays(query: URLSearchParams, fallback: Fallback, others: readonly string[]): Outcome<DaysSearch, SearchProblem> {
  const fields = new Set(["from", "to", "zone", ...others]);
  const unknown = [...query.keys()].find((name) => !FRAMEWORK.has(name) && !fields.has(name));
  if (unknown !== undefined) return problem("unknown", unknown, query.get(unknown));
  const zone = read(query, "zone", { parse: parseZone, fallback: fallback.zone });
  if (zone === undefined) return problem("zone", "zone", query.get("zone"));
  const lastOf = read(query, "from", { parse: endFrom, fallback: undefined }) ?? localDayOf(fallback.now, zone);
  const to = read(query, "to", { parse: parseDay, fallback: lastOf });
  if (to === undefined) return problem("day", "to", query.get("to"));
  const from = read(query, "from", { parse: parseDay, fallback: plusDays(to, 1 - DEFAULT_DAYS) });
  if (from === undefined) return problem("day", "from", query.get("from"));
  return done({ from, to, zone });
}

/** Reads the days, their step (per day) and the comparison (with the period before). */
export function parseSpan(query: URLSearchParams, fallback: Fallback, others: readonly string[]): Outcome<SpanSearch, SearchProblem> {
  const days = parseDays(query, fallback, ["by", "compare", ...others]);
  if (!days.ok) return days;
  const by = parseChoice(query, "by", GRAINS, "day");
  if (!by.ok) return by;
  const compare = read(query, "compare", { parse: (text) => COMPARE.get(text), fallback: true });
  if (compare === undefined) return problem("compare", "compare", query.get("compare"));
  return done({ ...days.value, by: by.value, compare });
}

const COMPARE: ReadonlyMap<string, boolean> = new Map([
  ["1", true],
  ["0", false],
]);

/** Reads a setting that is one of a few words, under its own name. */
export function parseChoice<Choice extends string>(
  query: URLSearchParams,
  name: SearchProblem["kind"],
  known: readonly Choice[],
  fallback: Choice,
): Outcome<Choice, SearchProblem> {
  const choice = read(query, name, { parse: (text) => known.find((one) => one === text), fallback });
  if (choice === undefined) return refused({ ...problemOf(name, name, query.get(name)), known });
  return done(choice);
}

/** A first day alone asks for the 30 days from it. */
function endFrom(from: string): LocalDay | undefined {
  const day = parseDay(from);
  return day === undefined ? undefined : plusDays(day, DEFAULT_DAYS - 1);
}

/** A missing or blank setting takes the fallback; an unusable one gives `undefined`. */
export function read<Value>(
  query: URLSearchParams,
  name: string,
  how: { readonly parse: (text: string) => Value | undefined; readonly fallback: Value },
): Value | undefined {
  const text = query.get(name)?.trim() ?? "";
  return text === "" ? how.fallback : how.parse(text);
}

/** A refusal that repeats what was written, shortened. */
export function problem(kind: SearchProblem["kind"], field: string, value: string | null): Outcome<never, SearchProblem> {
  return refused(problemOf(kind, field, value));
}

function problemOf(kind: SearchProblem["kind"], field: string, value: string | null): SearchProblem {
  return { kind, field, value: (value ?? "").slice(0, LONGEST_REPEATED) };
}
