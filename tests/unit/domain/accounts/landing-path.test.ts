import { expect, it } from "vitest";
import { landingPath } from "~/domain/accounts/landing-path";
import type { Actor } from "~/domain/accounts/roles";
import type { BrandId, PersonId } from "~/domain/kernel/branded";

const SHOPPER: Actor = {
  personId: "per_1" as PersonId,
  sessionId: "ses_1",
  name: "A",
  email: "a@b.c",
  isOperator: false,
  affiliateId: null,
  brands: [],
};
const BRAND = { brandId: "brd_1" as BrandId, slug: "brume", name: "Brume", role: "owner" } as const;

it("leads to the first desk a person has", () => {
  expect(landingPath({ ...SHOPPER, isOperator: true, brands: [BRAND] })).toBe("/manage/brume");
  expect(landingPath({ ...SHOPPER, isOperator: true })).toBe("/ops");
  expect(landingPath(SHOPPER)).toBe("/account");
  expect(landingPath(null)).toBe("/account");
});
