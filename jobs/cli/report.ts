import type { Brand } from "~/domain/catalog/brand";
import type { LocalDay, Zone } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import { toIso } from "~/domain/kernel/instant";
import { minor, toDecimalText } from "~/domain/kernel/money";
import { FIRST_DAY, LAST_DAY, parseDay, parseZone } from "~/domain/kernel/zones";
import { METRICS, type MetricId, type MetricValues, parseMetrics } from "~/domain/reporting/metrics";
import { GRAINS, type Grain } from "~/domain/reporting/periods";
import type { Report } from "~/domain/reporting/report";
import { readReport } from "~/services/read-report";
import { brandOption } from "./brand-option";
import { type Command, type Options, optionalOption, requiredOption, UsageError } from "./command";
import { table } from "./table";

const USUAL_METRICS = "orders,units,gross_sales,refunds,net_sales";

/** `report`: the figures the charts show. */
export const reportCommand: Command = {
  usage: "--brand B --metrics M,… --by day --from YYYY-MM-DD --to YYYY-MM-DD [--tz Zone]",
  summary: `figures of a brand (${Object.keys(METRICS).join(", ")}) by ${GRAINS.join(", ")}; both days inclusive`,
  options: {
    brand: { type: "string" },
    metrics: { type: "string" },
    by: { type: "string" },
    from: { type: "string" },
    to: { type: "string" },
    tz: { type: "string" },
  },
  words: { least: 0, most: 0 },
  drain: "before",
  run: async ({ deps }, { options }) => {
    const brand = await brandOption(deps, requiredOption(options, "brand"));
    const metrics = readMetrics(optionalOption(options, "metrics") ?? USUAL_METRICS);
    const by = readGrain(optionalOption(options, "by") ?? "day");
    const [from, to] = [readDay(options, "from"), readDay(options, "to")];
    const zone = readZone(optionalOption(options, "tz"), brand);
    const report = await readReport(deps, { brandId: brand.brandId, metrics, by, from, to, zone });
    if (!report.ok) throw new UsageError(refusalOf(report.error));
    return { json: documentOf(report.value, by), text: textOf(report.value, { metrics, by }) };
  },
};

function readMetrics(text: string): readonly MetricId[] {
  const metrics = parseMetrics(text);
  if (metrics.ok) return metrics.value;
  throw new UsageError(`There is no metric "${metrics.error.name}". Metrics: ${metrics.error.known.join(", ")}.`);
}

function readGrain(text: string): Grain {
  const grain = GRAINS.find((known) => known === text);
  if (grain === undefined) throw new UsageError(`--by is one of: ${GRAINS.join(", ")}.`);
  return grain;
}

function readDay(options: Options, name: "from" | "to"): LocalDay {
  const text = requiredOption(options, name);
  const day = parseDay(text);
  if (day === undefined) throw new UsageError(`--${name} "${text}" is no day. Write YYYY-MM-DD between ${FIRST_DAY} and ${LAST_DAY}.`);
  return day;
}

function readZone(text: string | undefined, brand: Brand): Zone {
  if (text === undefined) return brand.timezone;
  const zone = parseZone(text);
  if (zone === undefined) throw new UsageError(`--tz "${text}" is no IANA time zone. Write one such as Europe/Paris or Asia/Kolkata.`);
  return zone;
}

function refusalOf(refusal: Extract<Awaited<ReturnType<typeof readReport>>, { ok: false }>["error"]): string {
  switch (refusal.kind) {
    case "brand_not_found":
      return "The brand is gone.";
    case "period_reversed":
      return "--from comes after --to. Swap them.";
    case "period_too_long":
      return `At most ${refusal.maxDays} days can be shown at this step. Choose a shorter range or a longer --by.`;
  }
}

function documentOf({ currency, watermark, rows, totals }: Report, by: Grain): unknown {
  return {
    currency,
    complete_to: toIso(watermark.completeTo),
    rows: rows.map(({ period, values }) => ({ [by]: period, ...values })),
    totals,
  };
}

function textOf(report: Report, { metrics, by }: { readonly metrics: readonly MetricId[]; readonly by: Grain }): string {
  const line = (name: string, values: MetricValues): readonly string[] => [name, ...metrics.map((id) => cell(id, values, report.currency))];
  const rows = [...report.rows.map(({ period, values }) => line(period, values)), line("total", report.totals)];
  const right = metrics.map((_, column) => column + 1);
  const note = `${report.currency}, days of ${report.zone}, complete to ${toIso(report.watermark.completeTo)}`;
  return `${table([by, ...metrics], rows, right)}\n\n${note}`;
}

function cell(id: MetricId, values: MetricValues, currency: Currency): string {
  const value = values[id];
  if (value === null || value === undefined) return "—";
  return METRICS[id].unit === "money" ? toDecimalText(minor(value), currency) : String(value);
}
