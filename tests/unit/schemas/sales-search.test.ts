import { describe, expect, it } from "vitest";
import type { Instant, Zone } from "~/domain/kernel/branded";
import { parseSalesSearch } from "~/schemas/sales-search";

const fallback = { zone: "Europe/Paris" as Zone, now: Date.UTC(2026, 10, 22, 23, 30) as Instant };
const parse = (query: string) => parseSalesSearch(new URLSearchParams(query), fallback);

describe("parseSalesSearch", () => {
  it("shows the 30 days up to today in the brand's zone when nothing is said", () => {
    expect(parse("")).toEqual({
      ok: true,
      value: { from: "2026-10-25", to: "2026-11-23", by: "day", zone: "Europe/Paris", metric: "net_sales", compare: true },
    });
  });

  it("counts today in the zone that is asked for, and 30 days from a first day alone", () => {
    expect(parse("zone=America/New_York")).toMatchObject({ value: { to: "2026-11-22" } });
    expect(parse("from=2010-12-01")).toMatchObject({ value: { from: "2010-12-01", to: "2010-12-30" } });
  });

  it.each([
    ["zone=Mars", "zone"],
    ["from=2026-02-30", "day"],
    ["to=yesterday", "day"],
    ["by=year", "by"],
    ["metric=profit", "metric"],
    ["compare=yes", "compare"],
    ["colour=red", "unknown"],
  ])("refuses %s and says which value it was", (query, kind) => {
    const [field, value] = query.split("=");
    expect(parse(query)).toEqual({ ok: false, error: { kind, field, value } });
  });

  it("repeats no more of a value than a reader needs", () => {
    const parsed = parse(`zone=${"x".repeat(5_000)}`);
    expect(parsed.ok ? 0 : parsed.error.value.length).toBe(60);
  });

  it("leaves the framework's own parameter alone", () => {
    expect(parse("_routes=routes/manage").ok).toBe(true);
  });
});
