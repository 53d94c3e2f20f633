import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safePath } from "~/http/safe-path";

describe("safePath", () => {
  it.each(["/", "/account", "/manage/brume/sales?from=2026-01-01&to=2026-02-01#chart", "/a/../b", "/sign-in?next=%2F%2Fevil.example"])(
    "keeps %s on this site",
    (path) => {
      expect(safePath(path, "/fallback")).toBe(new URL(path, "http://x.invalid").href.slice("http://x.invalid".length));
    },
  );

  it.each([
    "",
    "account",
    "https://evil.example",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    " //evil.example",
    "/.//evil.example",
    "/a/..//evil.example",
    "javascript:alert(1)",
    "/ok\r\nSet-Cookie: x=1",
    `/${"a".repeat(1_000)}`,
    undefined,
    null,
    ["/account"],
    7,
  ])("refuses %j", (wanted) => {
    expect(safePath(wanted, "/fallback")).toBe("/fallback");
  });

  it("never leads to another origin, whatever it is given", () => {
    const pieces = fc.array(
      fc.constantFrom("/", "\\", ".", "..", ":", "@", "%2f", "%5c", "evil.example", "\t", "\n", " ", "?", "#", "//", "http:", "a"),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const path = safePath(`/${parts.join("")}`, "/");
        expect(new URL(path, "https://shop.example/manage/x").origin).toBe("https://shop.example");
      }),
      { numRuns: 3_000 },
    );
  });
});
