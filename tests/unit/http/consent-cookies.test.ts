import { expect, it } from "vitest";
import type { VisitorId } from "~/domain/kernel/branded";
import { readConsent, refusalCookies, visitorCookies } from "~/http/consent-cookies";

const visitorId = `vis_${"a".repeat(32)}` as VisitorId;
const [HTTP, HTTPS] = ["http://localhost:3000", "https://shop.example"];

it.each([HTTP, HTTPS])("reads on %s what it wrote", (origin) => {
  expect(readConsent({ cookie: cookieHeader(visitorCookies(visitorId, origin)) }, origin)).toEqual({ kind: "granted", visitorId });
  expect(readConsent({ cookie: cookieHeader(refusalCookies(origin)) }, origin)).toEqual({ kind: "refused", by: "answer" });
});

it("binds the cookie to this host over https, keeps it from scripts, and for 180 days", () => {
  expect(visitorCookies(visitorId, HTTPS)[0]).toBe(`__Host-visitor=${visitorId}; Path=/; Max-Age=15552000; HttpOnly; SameSite=Lax; Secure`);
  expect(visitorCookies(visitorId, HTTP)[0]).toBe(`visitor=${visitorId}; Path=/; Max-Age=15552000; HttpOnly; SameSite=Lax`);
});

it("remembers a no without any id, the same for everybody", () => {
  const [forget, remember] = refusalCookies(HTTPS);
  expect(forget).toMatch(/^__Host-visitor=; Path=\/; Max-Age=0;/);
  expect(remember).toMatch(/^consent=refused; /);
});

it("keeps to the browser's own signal, whatever the cookies say", () => {
  const cookie = cookieHeader(visitorCookies(visitorId, HTTP));
  expect(readConsent({ cookie, "sec-gpc": "1" }, HTTP)).toEqual({ kind: "refused", by: "signal" });
  expect(readConsent({ cookie, "sec-gpc": "0" }, HTTP)).toEqual({ kind: "granted", visitorId });
});

it.each(["", "visitor=", "visitor=vis_1", "visitor=per_1; other=2", "consent=yes", `other_visitor=${visitorId}`])(
  "has not been asked: %j",
  (cookie) => {
    expect(readConsent({ cookie }, HTTP)).toEqual({ kind: "unasked" });
  },
);

it("does not take the http cookie on https", () => {
  expect(readConsent({ cookie: `visitor=${visitorId}` }, HTTPS)).toEqual({ kind: "unasked" });
});

/** The `Cookie` header a browser makes of `Set-Cookie` headers, the emptied ones left out. */
function cookieHeader(cookies: readonly string[]): string {
  return cookies
    .map((cookie) => cookie.split(";")[0] ?? "")
    .filter((pair) => !pair.endsWith("="))
    .join("; ");
}
