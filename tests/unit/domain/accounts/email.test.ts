import { describe, expect, it } from "vitest";
import { parseEmail } from "~/domain/accounts/email";

describe("parseEmail", () => {
  it.each([
    ["ada@example.org", "ada@example.org"],
    ["  Ada.Lovelace+shop@Mail.Example.ORG ", "ada.lovelace+shop@mail.example.org"],
    ["o'brien@example.co.uk", "o'brien@example.co.uk"],
  ])("takes %j", (text, email) => {
    expect(parseEmail(text)).toBe(email);
  });

  it.each([
    "",
    "ada",
    "ada@localhost",
    "@example.org",
    "ada@",
    "ada@-example.org",
    "ada@example..org",
    "a b@example.org",
    "ada@example.org\nBcc: x@y.z",
  ])("refuses %j", (text) => {
    expect(parseEmail(text)).toBeUndefined();
  });

  it("refuses more than mail can carry", () => {
    expect(parseEmail(`${"a".repeat(65)}@example.org`)).toBeUndefined();
    expect(parseEmail(`a@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.${"e".repeat(60)}.${"f".repeat(20)}.org`)).toBeUndefined();
  });
});
