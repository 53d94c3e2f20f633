import { expect, it } from "vitest";
import { tellChange } from "~/ui/format/changes";
import { tellLag } from "~/ui/format/lags";
import { textsFor } from "~/ui/texts/texts-for";

const en = textsFor("en");

it("tells a change with sign and word", () => {
  expect(tellChange(en, 106, 100)).toEqual({ direction: "more", size: "6\u00a0%", words: "+6\u00a0% more" });
  expect(tellChange(textsFor("fr"), 88, 100).words).toBe("−12\u00a0% de moins");
  expect(tellChange(en, 100, 100)).toEqual({ direction: "same", size: null, words: "the same" });
});

it("gives no percentage where there is nothing to divide by", () => {
  expect(tellChange(en, 5, 0)).toEqual({ direction: "more", size: null, words: "nothing before" });
  expect(tellChange(en, 5, -10)).toEqual({ direction: "more", size: null, words: "more than before" });
});

it("tells a lag in its largest fitting unit", () => {
  expect([12_000, 61_000, 7_200_000, 200_000_000].map((ms) => tellLag(en, ms))).toEqual(["12 seconds", "1 minute", "2 hours", "2 days"]);
});
