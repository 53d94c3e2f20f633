import { describe, expect, it } from "vitest";
import { assertNever, done, refused } from "~/domain/kernel/outcome";

describe("outcomes", () => {
  it("tell a value from a refusal", () => {
    expect(done(5)).toEqual({ ok: true, value: 5 });
    expect(refused({ kind: "sold_out" })).toEqual({ ok: false, error: { kind: "sold_out" } });
  });

  it("crash on a case the compiler was wrong about", () => {
    expect(() => assertNever("surprise" as never)).toThrow("surprise");
  });
});
