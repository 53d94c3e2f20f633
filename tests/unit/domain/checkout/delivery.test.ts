import { expect, it } from "vitest";
import { deliveryDates } from "~/domain/checkout/delivery";
import type { Instant, Zone } from "~/domain/kernel/branded";
import { toIso } from "~/domain/kernel/instant";

const at = (iso: string) => Date.parse(iso) as Instant;
const dates = (iso: string, minDays: number, maxDays: number, zone = "Europe/Paris") => {
  const { from, to } = deliveryDates(at(iso), { minDays, maxDays }, zone as Zone);
  return [toIso(from), toIso(to)];
};

it("counts working days after the order's day, at noon where the brand is", () => {
  expect(dates("2026-11-24T09:00:00Z", 2, 4)).toEqual(["2026-11-26T11:00:00.000Z", "2026-11-30T11:00:00.000Z"]);
});

it("takes the order's day in the brand's zone", () => {
  expect(dates("2026-11-24T23:30:00Z", 1, 1)[0]).toBe("2026-11-26T11:00:00.000Z");
  expect(dates("2026-11-24T23:30:00Z", 1, 1, "America/New_York")[0]).toBe("2026-11-25T17:00:00.000Z");
});

it("promises the same day where nothing has to be waited for", () => {
  expect(dates("2026-11-28T09:00:00Z", 0, 1)).toEqual(["2026-11-28T11:00:00.000Z", "2026-11-30T11:00:00.000Z"]);
});
