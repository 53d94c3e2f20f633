import { describe, expect, it } from "vitest";
import { parseAppPage } from "~/domain/tracking/app-page";

it.each([
  ["/", { kind: "home", path: "/" }],
  [" /brands/brume ", { kind: "brand", brand: "brume", path: "/brands/brume" }],
  [
    "/brands/brume/pull-lac?size=M#care",
    { kind: "product", brand: "brume", product: "pull-lac", path: "/brands/brume/pull-lac?size=M#care" },
  ],
  ["/posts/pst_1", { kind: "post", post: "pst_1", path: "/posts/pst_1" }],
  ["/@Lina.m", { kind: "storefront", handle: "lina.m", path: "/@Lina.m" }],
  ["/brands/brume/caf%C3%A9", { kind: "product", brand: "brume", product: "café", path: "/brands/brume/caf%C3%A9" }],
])("reads %s", (text, page) => {
  expect(parseAppPage(text)).toEqual(page);
});

describe("what survives of an address", () => {
  it.each([
    ["/brands/brume?a=1&b=%26%3D&c=&d", "/brands/brume?a=1&b=%26%3D&c=&d"],
    ["/brands/brume?q=a+b%20c&q=2#x?y", "/brands/brume?q=a+b%20c&q=2#x?y"],
    ["/brands/brume/café", "/brands/brume/caf%C3%A9"],
    ["/brands/./brume", "/brands/brume"],
    ["/brands/brume?vt=tch_1.abc&tag=tag_1&size=M&from=feed", "/brands/brume?size=M"],
    ["/brands/brume?tagline=1&vtx=2", "/brands/brume?tagline=1&vtx=2"],
    ["/brands/brume?vt=1", "/brands/brume"],
  ])("%s → %s", (text, path) => {
    expect(parseAppPage(text)?.path).toBe(path);
  });
});

it.each([
  "",
  "brands/brume",
  "//elsewhere.example",
  "/\\elsewhere.example",
  "\\\\elsewhere.example",
  "/.//elsewhere.example",
  "/brands/..//elsewhere.example",
  "https://elsewhere.example/brands/brume",
  "javascript:alert(1)",
  "/brands/brume\u0000",
  "/brands/bru me",
  "/brands/brume\nSet-Cookie: a=b",
  "/brands/%2e%2e%2f%2felsewhere.example/x",
  "/brands/a%2Fb/c",
  "/brands/%E0%A4%A",
  "/brands/brume/\ud800",
  "/brands//brume",
  "/brands",
  "/manage/brume",
  "/sign-in?next=//elsewhere.example",
  "/l/other",
  "/@-",
  `/brands/${"a".repeat(500)}`,
])("refuses %j", (text) => {
  expect(parseAppPage(text)).toBeUndefined();
});
