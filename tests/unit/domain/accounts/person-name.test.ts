import { describe, expect, it } from "vitest";
import { parsePersonName } from "~/domain/accounts/person-name";

describe("parsePersonName", () => {
  it.each([
    ["Ada", "Ada"],
    ["  Inès   Belkacem ", "Inès Belkacem"],
    ["李小龍", "李小龍"],
    ["O’Brien-Smith, Jr.", "O’Brien-Smith, Jr."],
  ])("takes %j", (text, name) => {
    expect(parsePersonName(text)).toBe(name);
  });

  it.each(["", "   ", "<script>", "a\u0000b", "a\u0007b", "x".repeat(81)])("refuses %j", (text) => {
    expect(parsePersonName(text)).toBeUndefined();
  });
});
