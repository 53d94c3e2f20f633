import { expect, it } from "vitest";
import type { ExplainedCredit, Explanation } from "~/domain/commission/decision";
import type { AffiliateId, LinkId } from "~/domain/kernel/branded";
import { exactText, exactTotal, proveTouches } from "~/domain/reporting/commission-proof";

const touch = (id: string, affiliate: string) => ({
  touchId: id,
  affiliateId: affiliate,
  channel: "link",
  at: 0,
  linkId: `l-${affiliate}`,
  postId: null,
});
const credit = (id: string, affiliate: string, numerator: string) =>
  ({
    touchId: id,
    affiliateId: affiliate,
    ppm: 500_000,
    exact: { numerator, denominator: "10000000000" },
    commissionMinor: 5,
  }) as ExplainedCredit;

const EXPLANATION = {
  touches: [touch("1", "lina"), touch("2", "noe"), touch("3", "noe")],
  credits: [credit("1", "lina", "5376000000000"), credit("2", "noe", "24000000000")],
} as unknown as Explanation;

const NAMES = {
  affiliates: new Map([["noe" as AffiliateId, { affiliateId: "noe" as AffiliateId, handle: "noe", name: "Noé" }]]),
  links: new Map([["l-noe" as LinkId, { linkId: "l-noe" as LinkId, slug: "secret", path: "/", sub1: null }]]),
  posts: new Map(),
};

it("shows an affiliate whose touch shares the sale, not on which terms nor by which link", () => {
  const [own, rival, lost] = proveTouches(EXPLANATION, NAMES, { by: "affiliate", about: "lina" as AffiliateId });
  expect(own).toMatchObject({ own: true, touch: { linkId: "l-lina" }, credit: { ppm: 500_000, terms: { commissionMinor: 5 } } });
  expect(rival).toMatchObject({ own: false, affiliate: { handle: "noe" }, link: null, touch: { linkId: null } });
  expect(rival?.credit).toEqual({ ppm: 500_000, terms: null });
  expect(lost?.credit).toBeNull();
  expect(exactTotal([own, rival].flatMap((one) => one ?? []))).toBeNull();
});

it("shows a brand all of it", () => {
  const touches = proveTouches(EXPLANATION, NAMES, { by: "brand", about: "lina" as AffiliateId });
  expect(touches[1]).toMatchObject({ link: { slug: "secret" }, credit: { terms: { commissionMinor: 5 } } });
  expect(exactTotal(touches)).toEqual({ numerator: "5400000000000", denominator: "10000000000" });
});

it("writes a fraction out with every digit it has, in whole units of the currency", () => {
  expect(exactText({ numerator: "5376000000000", denominator: "10000000000" }, 2)).toBe("5.376");
  expect(exactText({ numerator: "1", denominator: "10000000000" }, 2)).toBe("0.000000000001");
  expect(exactText({ numerator: "50000000000", denominator: "10000000000" }, 0)).toBe("5");
  expect(exactText({ numerator: "50000000000", denominator: "10000000000" }, 2)).toBe("0.05");
  expect(() => exactText({ numerator: "1", denominator: "3" }, 2)).toThrow(RangeError);
});
