import { describe, expect, it } from "vitest";
import { handleFromName, parseHandle } from "~/domain/accounts/handle";

describe("parseHandle", () => {
  it.each([
    ["@Lina", "lina"],
    ["lina_morvan-2", "lina_morvan-2"],
    ["x".repeat(30), "x".repeat(30)],
  ])("takes %j", (text, handle) => {
    expect(parseHandle(text)).toBe(handle);
  });

  it.each(["", "@", "l", "-lina", "lina-", "li na", "liña", "x".repeat(31)])("refuses %j", (text) => {
    expect(parseHandle(text)).toBeUndefined();
  });
});

describe("handleFromName", () => {
  it.each([
    ["Lina Morvan", "lina-morvan"],
    ["Inès  Bélkacem!", "ines-belkacem"],
    ["李小龍", "affiliate"],
    ["Ω x", "affiliatex"],
  ])("makes %j a handle", (name, handle) => {
    expect(handleFromName(name)).toBe(handle);
    expect(parseHandle(handle)).toBe(handle);
  });

  it("makes a valid handle of a long name too", () => {
    const handle = handleFromName(`${"a".repeat(29)} b`);
    expect(parseHandle(handle)).toBe(handle);
  });
});
