import { expect, it } from "vitest";
import type { Instant, Zone } from "~/domain/kernel/branded";
import { parseSalesSearch } from "~/schemas/sales-search";
import { salesHref, salesQuery } from "~/ui/pick/sales-href";

const fallback = { zone: "Europe/Paris" as Zone, now: Date.UTC(2026, 10, 22, 23, 30) as Instant };

it("an address says again what it was read from", () => {
  const asked = new URLSearchParams({
    from: "2026-01-01",
    to: "2026-01-31",
    by: "week",
    zone: "Asia/Kolkata",
    metric: "aov",
    compare: "0",
  });
  const parsed = parseSalesSearch(asked, fallback);
  if (!parsed.ok) throw new Error(parsed.error.kind);
  expect(salesQuery(parsed.value)).toBe(asked.toString());
  expect(salesHref("/x", parsed.value, { by: "day" })).toBe(`/x?${asked.toString().replace("by=week", "by=day")}`);
});
