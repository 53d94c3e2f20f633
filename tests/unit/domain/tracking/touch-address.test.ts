import { expect, it } from "vitest";
import { carriedIn, keepCarried, settledAddress, tapOf } from "~/domain/tracking/touch-address";

it.each([
  ["/brands/brume/scarf?tag=tag_1a", { kind: "tag", tagId: "tag_1a" }],
  ["/brands/brume/scarf.data?tag=tag_1a&_routes=x", { kind: "tag", tagId: "tag_1a" }],
  ["/@lina?from=feed", { kind: "storefront", handle: "lina" }],
  ["/%40lina?from=feed", { kind: "storefront", handle: "lina" }],
  ["/@li.na.data?from=feed", { kind: "storefront", handle: "li.na" }],
  ["/@lina", null],
  ["/@lina?vt=1", null],
  ["/manage/brume/sales?from=2026-01-01", null],
  ["/brands/brume?tag=", null],
  ["/brands/brume?tag=%27%20or%201", null],
  ["/@lina/x?from=feed", null],
  ["/", null],
])("%s is the tap %o", (address, tap) => {
  expect(tapOf(address)).toEqual(tap);
});

it("reads the carried ids of an address", () => {
  expect(carriedIn("/a?x=1&vt=tch_1.sig")).toBe("tch_1.sig");
  expect(carriedIn("?vt=a")).toBe("a");
  expect(carriedIn("/a?x=1")).toBeNull();
  expect(carriedIn("/a")).toBeNull();
});

it("settles a tap's address: what made the touch goes, the rest stays", () => {
  expect(settledAddress("/brands/brume/scarf", "tag=tag_1&size=M&vt=old", "new")).toBe("/brands/brume/scarf?size=M&vt=new");
  expect(tapOf(settledAddress("/@lina", "from=feed", "new"))).toBeNull();
});

it.each([
  ["/bag", null, "/bag"],
  ["/bag", "a.b", "/bag?vt=a.b"],
  ["/bag?x=1#y", "a.b", "/bag?x=1&vt=a.b#y"],
  ["?page=2", "a.b", "?page=2&vt=a.b"],
  ["/bag?vt=other", "a.b", "/bag?vt=other"],
  ["https://elsewhere.example/", "a.b", "https://elsewhere.example/"],
  ["//elsewhere.example/", "a.b", "//elsewhere.example/"],
  ["#content", "a.b", "#content"],
])("%s with %j becomes %s", (address, carried, kept) => {
  expect(keepCarried(address, carried)).toBe(kept);
});
