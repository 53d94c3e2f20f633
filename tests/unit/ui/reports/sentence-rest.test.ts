import { expect, it } from "vitest";
import { periodSentence, weekdaySentence } from "~/ui/reports/sentence-rest";
import { textsFor } from "~/ui/texts/texts-for";

const [en, fr] = [textsFor("en"), textsFor("fr")];

it("compares yesterday with such weekdays", () => {
  expect(weekdaySentence(en, "2026-11-22", { now: 106, usual: 100 })).toBe("6\u00a0% more than other Sundays.");
  expect(weekdaySentence(fr, "2026-11-22", { now: 50, usual: 100 })).toBe("50\u00a0% de moins que les autres dimanches.");
  expect(weekdaySentence(en, "2026-11-22", { now: 50, usual: 0 })).toBe("Other Sundays brought nothing.");
  expect(weekdaySentence(en, "2026-11-22", { now: 50, usual: null })).toBeNull();
});

it("compares a period with the one before", () => {
  expect(periodSentence(en, 1, { now: 80, before: 100 })).toBe("20\u00a0% less than in the 1 day before.");
  expect(periodSentence(en, 30, { now: 100, before: 100 })).toBe("As much as in the 30 days before.");
});
