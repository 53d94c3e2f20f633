import { expect, it } from "vitest";
import { zoneOfCountry } from "~/ui/orders/use-zone";

it("knows the clock of small countries, and says UTC where a country has several", () => {
  expect(zoneOfCountry("FR")).toEqual({ name: "Europe/Paris", said: "" });
  expect(zoneOfCountry("US")).toEqual({ name: "UTC", said: " UTC" });
});
