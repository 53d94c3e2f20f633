import { describe, expect, it } from "vitest";
import { brands } from "../../../../../jobs/demo/data/brands";
import { creators } from "../../../../../jobs/demo/data/creators";
import { people } from "../../../../../jobs/demo/data/people";

const slugs = new Set(brands.map((brand) => brand.slug));

describe("the creators", () => {
  it("are 24, Lina first", () => {
    expect(creators).toHaveLength(24);
    expect(creators[0]).toMatchObject({ handle: "lina.moreau", name: "Lina Moreau" });
    expect(new Set(creators.map((creator) => creator.handle)).size).toBe(24);
  });

  it("partner with brands that exist, and each brand has several of them", () => {
    for (const creator of creators) {
      expect(creator.brandSlugs.length).toBeGreaterThan(0);
      for (const slug of creator.brandSlugs) expect(slugs).toContain(slug);
    }
    for (const slug of slugs) expect(creators.filter((creator) => creator.brandSlugs.includes(slug)).length).toBeGreaterThanOrEqual(4);
  });
});

describe("the people", () => {
  it("are four, each with a role of their own", () => {
    expect(people.map((person) => person.name)).toEqual(["Camille Roussel", "Lina Moreau", "Inès Belkacem", "Sam Ortega"]);
    expect(new Set(people.map((person) => person.role)).size).toBe(4);
  });

  it("belong where their stories are", () => {
    const lina = people.find((person) => person.key === "lina");
    expect(creators.some((creator) => creator.handle === lina?.creatorHandle)).toBe(true);
    expect(people.find((person) => person.key === "ines")?.brandSlug).toBe("brume");
  });
});
