import { expect, it } from "vitest";
import type { AffiliateId } from "~/domain/kernel/branded";
import { authorName, authorPath, brandsShown } from "~/ui/feed/author";

const lina = { kind: "affiliate", affiliateId: "aff_1" as AffiliateId, handle: "lina.moreau", name: "Lina Moreau" } as const;
const brume = { kind: "brand", slug: "brume", name: "Brume" } as const;

it("calls creators by handle and brands by name, and knows where they stand", () => {
  expect([authorName(lina), authorPath(lina)]).toEqual(["lina.moreau", "/@lina.moreau?from=post"]);
  expect([authorName(brume), authorPath(brume)]).toEqual(["Brume", "/brands/brume"]);
});

it("names each brand once, in the order of the tags", () => {
  const tag = (slug: string, name: string) => ({ brand: { slug, name } });
  expect(brandsShown([tag("seve", "Sève"), tag("brume", "Brume"), tag("seve", "Sève")])).toEqual(["Sève", "Brume"]);
  expect(brandsShown([])).toEqual([]);
});
