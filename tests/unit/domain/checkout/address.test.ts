import { describe, expect, it } from "vitest";
import { addressFormat, parseAddress } from "~/domain/checkout/address";

const paris = { name: "Mia", line1: "12 rue des Lilas", postalCode: "75011", city: "Paris", country: "FR" };

it("reads what was typed, trimmed, with codes in capitals", () => {
  expect(parseAddress({ ...paris, name: "  Mia \t Roux ", country: "fr", region: "Île-de-France" })).toEqual({
    ok: true,
    value: {
      name: "Mia Roux",
      line1: "12 rue des Lilas",
      line2: "",
      postalCode: "75011",
      city: "Paris",
      region: "",
      country: "FR",
      phone: "",
    },
  });
});

describe("postal codes", () => {
  it.each([
    ["FR", "75011", "7501"],
    ["BE", "1000", "10000"],
    ["DE", "10115", "1O115"],
    ["GB", "ec1a 1bb", "12345"],
    ["US", "94103-1234", "9410"],
    ["JP", "100-0001", "10-0001"],
    ["NL", "1012 ab", "1012"],
    ["CA", "K1A 0B1", "D1A 0B1"],
  ])("%s takes %s and not %s", (country, right, wrong) => {
    const address = { ...paris, region: "X", country };
    expect(parseAddress({ ...address, postalCode: right }).ok).toBe(true);
    expect(parseAddress({ ...address, postalCode: wrong })).toEqual({
      ok: false,
      error: { kind: "bad_address", problems: [{ field: "postalCode", problem: "malformed" }] },
    });
  });
});

it("asks for what the country needs, all at once", () => {
  expect(parseAddress({ country: "US" })).toMatchObject({
    error: { problems: ["name", "line1", "city", "region", "postalCode"].map((field) => ({ field, problem: "missing" })) },
  });
  expect(parseAddress({ name: "Mia", line1: "1 Main Street", city: "Nairobi", country: "KE" }).ok).toBe(true);
});

it("refuses what no label can carry", () => {
  expect(parseAddress({ ...paris, name: "x".repeat(121) })).toMatchObject({
    error: { problems: [{ field: "name", problem: "too_long" }] },
  });
  expect(parseAddress({ ...paris, line1: "12\u0007" })).toMatchObject({ error: { problems: [{ field: "line1", problem: "malformed" }] } });
  expect(parseAddress({ ...paris, phone: "call me" })).toMatchObject({ error: { problems: [{ field: "phone", problem: "malformed" }] } });
  expect(parseAddress({ ...paris, country: "Atlantis" })).toMatchObject({
    error: { problems: [{ field: "country", problem: "missing" }] },
  });
});

it("orders the fields as the country writes them", () => {
  expect(addressFormat("JP").fields[0]).toBe("postalCode");
  expect(addressFormat("FR").fields).not.toContain("region");
  expect(addressFormat("KE").postalCode).toBeNull();
});
