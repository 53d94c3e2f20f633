import { describe, expect, it } from "vitest";
import { readSessionToken, sessionCookieName, writeSessionCookie } from "~/adapters/auth/session-cookie";

const BY = { name: "vitrine_session", secret: "s".repeat(40), maxAgeSeconds: 60 };
const header = (by = BY) => writeSessionCookie("a-token", by).split(";")[0] ?? "";

describe("the session cookie", () => {
  it("is read back as it was written, among others", () => {
    expect(readSessionToken(header(), BY)).toBe("a-token");
    expect(readSessionToken(`a=1; ${header()}; b=2`, BY)).toBe("a-token");
  });

  it("is refused when anything of it was changed", () => {
    const [name, value = ""] = header().split("=", 2);
    for (const forged of [
      "",
      "a-token",
      "a-token.",
      `.${value}`,
      value.replace("a-token", "b-token"),
      value.slice(0, -4),
      `${value}AAAA`,
    ]) {
      expect(readSessionToken(`${name}=${forged}`, BY)).toBeNull();
    }
    expect(readSessionToken(header({ ...BY, secret: "t".repeat(40) }), BY)).toBeNull();
    expect(readSessionToken(`x${header()}`, BY)).toBeNull();
    expect(readSessionToken(`${"x=1; ".repeat(3_000)}${header()}`, BY)).toBeNull();
  });

  it("is bound to the host and to https where there is https", () => {
    expect(sessionCookieName("https://shop.example")).toBe("__Host-vitrine_session");
    expect(sessionCookieName("http://localhost:3000")).toBe("vitrine_session");
    expect(writeSessionCookie("t", BY)).toMatch(/; Max-Age=60; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(writeSessionCookie("t", { ...BY, name: "__Host-vitrine_session" })).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
  });
});
