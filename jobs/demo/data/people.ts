import type { DemoPerson } from "./types";

/** The four people a visitor can be with one click. */
export const people: readonly DemoPerson[] = [
  { key: "camille", name: "Camille Roussel", role: "shopper", locale: "fr" },
  { key: "lina", name: "Lina Moreau", role: "affiliate", locale: "fr", creatorHandle: "lina.moreau" },
  { key: "ines", name: "Inès Belkacem", role: "brand-manager", locale: "fr", brandSlug: "brume" },
  { key: "sam", name: "Sam Ortega", role: "operator", locale: "en" },
];
