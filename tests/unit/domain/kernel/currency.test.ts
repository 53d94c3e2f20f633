import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { exponentOf, parseCurrency } from "~/domain/kernel/currency";

/** ISO 4217 list one, where the sample data stands beside the checkout. */
const LIST_ONE = new URL("../../../../../shared/data/vectors/currency/iso-4217-list-one.xml", import.meta.url);

describe("parseCurrency", () => {
  it("takes codes in any case and refuses what has no minor units", () => {
    expect(parseCurrency(" eur ")).toBe("EUR");
    for (const bad of ["", "EURO", "XAU", "XXX", "E", "toString"]) expect(parseCurrency(bad)).toBeUndefined();
  });

  it("knows the currencies with other than two decimals", () => {
    const known = Object.fromEntries(
      ["JPY", "KWD", "EUR", "CLF", "ISK", "TND"].map((code) => [code, exponentOf(parseCurrency(code) ?? ("" as never))]),
    );
    expect(known).toEqual({ JPY: 0, KWD: 3, EUR: 2, CLF: 4, ISK: 0, TND: 3 });
  });

  if (existsSync(LIST_ONE))
    it("agrees with the published list", () => {
      const entries = [...readFileSync(LIST_ONE, "utf8").matchAll(/<Ccy>(\w+)<\/Ccy>[\s\S]*?<CcyMnrUnts>([^<]+)</g)];
      expect(entries.length).toBeGreaterThan(200);
      for (const [, code = "", units = ""] of entries) {
        const currency = parseCurrency(code);
        expect([code, currency === undefined ? "N.A." : String(exponentOf(currency))]).toEqual([code, units]);
      }
    });
});
