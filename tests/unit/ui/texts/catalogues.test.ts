import { describe, expect, it } from "vitest";
import { METRIC_IDS } from "~/domain/reporting/metrics";
import type { TextKey } from "~/ui/texts/catalogue";
import { en } from "~/ui/texts/en";
import * as accounts from "~/ui/texts/en/accounts";
import * as catalog from "~/ui/texts/en/catalog";
import * as common from "~/ui/texts/en/common";
import * as home from "~/ui/texts/en/home";
import * as metrics from "~/ui/texts/en/metrics";
import * as ops from "~/ui/texts/en/ops";
import * as reports from "~/ui/texts/en/reports";
import * as rowErrors from "~/ui/texts/en/row-errors";
import { fr } from "~/ui/texts/fr";
import { placeholdersOf, type Text } from "~/ui/texts/text";

const keys = Object.keys(en) as TextKey[];

describe("the catalogues", () => {
  it("both fill the same placeholders", () => {
    const different = keys.filter((key) => placeholdersOf(en[key]).join() !== placeholdersOf(fr[key]).join());
    expect(different).toEqual([]);
  });

  it("leave no text empty", () => {
    const words = (text: Text) => (typeof text === "string" ? [text] : [text.one, text.other]);
    const empty = keys.filter((key) => [...words(en[key]), ...words(fr[key])].some((text) => text.trim() === ""));
    expect(empty).toEqual([]);
  });

  it("name each key in one area only", () => {
    const areas = [accounts, catalog, common, home, metrics, ops, reports, rowErrors].flatMap((file) => Object.values(file));
    const named = areas.flatMap((area) => Object.keys(area));
    expect(named.length).toBe(new Set(named).size);
    expect(new Set(named)).toEqual(new Set(keys));
  });

  it("have a title and a formula for every metric", () => {
    for (const id of METRIC_IDS) {
      expect(keys).toContain(`metric.${id}.title`);
      expect(keys).toContain(`metric.${id}.formula`);
    }
  });
});
