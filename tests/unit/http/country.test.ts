import { expect, it } from "vitest";
import { countryOf } from "~/http/country";

it.each([
  ["fr-FR,fr;q=0.9,en;q=0.8", "FR"],
  ["en-US;q=0.7", "US"],
  ["fr, en-GB", "GB"],
  ["zh-Hant-TW", "TW"],
  ["fr", null],
  ["en-001", null],
  ["", null],
])("%j speaks of %j", (header, country) => {
  expect(countryOf(new Request("http://localhost/", { headers: { "Accept-Language": header } }))).toBe(country);
});
