import { toIso } from "~/domain/kernel/instant";
import { minor, toDecimalText } from "~/domain/kernel/money";
import { lineNumber, type ReportedLine, standingOf } from "~/domain/reporting/reported-line";

const HEAD = [
  "sold_at",
  "line",
  "brand",
  "affiliate",
  "product",
  "option",
  "quantity",
  "currency",
  "base",
  "commission_accrued",
  "commission_reversed",
  "commission_net",
  "state",
  "reason",
  "decision",
] as const;

/** Lines of a commission report as a table for a file: the page's numbers as plain decimals, instants in UTC. */
export function commissionsTable(lines: readonly ReportedLine[]): {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  return { head: HEAD, rows: lines.map(rowOf) };
}

function rowOf(line: ReportedLine): readonly string[] {
  const money = (amount: number): string => toDecimalText(minor(amount), line.currency);
  return [
    toIso(line.placedAt),
    lineNumber(line),
    line.brand.slug,
    line.affiliate.handle,
    line.title,
    line.option,
    String(line.quantity),
    line.currency,
    money(line.baseMinor),
    money(line.accruedMinor),
    money(line.backMinor),
    money(line.accruedMinor - line.backMinor),
    standingOf(line),
    line.reason ?? "",
    line.decisionId,
  ];
}
