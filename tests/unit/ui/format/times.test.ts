import { expect, it } from "vitest";
import { formatPeriod, formatRange, shortPeriod } from "~/ui/format/periods";
import { formatClock, formatDay, formatMinute, formatMoment, formatWeekday, isoDayOf, placeOfZone } from "~/ui/format/times";

const noon = Date.UTC(2026, 10, 23, 12, 32, 5);

it("writes days in words, whatever the machine's own zone", () => {
  expect(formatDay("en", "2026-11-23")).toBe("23 Nov 2026");
  expect(formatDay("fr", "2026-11-23")).toBe("23 nov. 2026");
  expect(formatDay("en", "2026-11-23", "full")).toBe("Monday 23 November");
  expect(formatWeekday("fr", "2026-11-22")).toBe("dimanche");
});

it("writes instants in the reader's zone", () => {
  expect(formatClock("en", noon, "Europe/Paris")).toBe("13:32:05");
  expect(formatMinute("fr", noon, "Asia/Kathmandu")).toBe("18:17");
  expect(formatMoment("en", noon, "America/New_York")).toBe("23 Nov 2026, 07:32");
  expect(isoDayOf(Date.UTC(2026, 10, 23, 23, 30), "Europe/Paris")).toBe("2026-11-24");
  expect(placeOfZone("America/New_York")).toBe("New York");
});

it("writes a report's periods from their labels", () => {
  expect(formatPeriod("en", "month", "2026-11")).toBe("Nov 2026");
  expect(formatPeriod("en", "week", "2026-11-23")).toBe("23 Nov 2026");
  expect(formatPeriod("en", "hour", "2010-12-01T08:00+05:30")).toBe("1 Dec 2010, 08:00");
  expect(shortPeriod("fr", "hour", "2010-12-01T08:00+05:30")).toBe("1 déc. 08:00");
});

it("writes a range without repeating its year", () => {
  expect(formatRange("en", "2026-11-01", "2026-11-30")).toBe("1 Nov – 30 Nov 2026");
  expect(formatRange("en", "2025-12-28", "2026-01-03")).toBe("28 Dec 2025 – 3 Jan 2026");
  expect(formatRange("en", "2026-11-01", "2026-11-01")).toBe("1 Nov 2026");
});
