import { expect, it } from "vitest";
import { linkAddress, parseLinkSlug, parseLinkWord, randomLinkSlug, utmQuery } from "~/domain/tracking/link";

it.each([
  ["autumn-coat", "autumn-coat"],
  [" AUTUMN ", "autumn"],
  ["ab", undefined],
  ["a--b", undefined],
  ["-ab", undefined],
  ["été", undefined],
  ["a%2fb", undefined],
  ["../ab", undefined],
  ["a".repeat(40), "a".repeat(40)],
  ["a".repeat(41), undefined],
])("slug %j is %j", (text, slug) => {
  expect(parseLinkSlug(text)).toBe(slug);
});

it("makes slugs of secrets that are slugs", () => {
  const slug = randomLinkSlug("Ab-_9dEFghIJ0123456789kl");
  expect(slug).toBe("23456789kl");
  expect(parseLinkSlug(slug)).toBe(slug);
});

it.each([
  [" story 1 ", "story 1"],
  ["", null],
  ["  ", null],
  ["a\nb", undefined],
  ["\ud800", undefined],
  ["é".repeat(100), "é".repeat(100)],
  ["a".repeat(101), undefined],
])("word %j is %j", (text, word) => {
  expect(parseLinkWord(text)).toBe(word);
});

it("writes UTM words so that they are read back as they were", () => {
  const utm = { source: "insta & co", medium: "a=b#c?d", campaign: "été 50 %", content: "+" };
  const query = utmQuery(utm);
  expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
    utm_source: utm.source,
    utm_medium: utm.medium,
    utm_campaign: utm.campaign,
    utm_content: utm.content,
  });
  expect(query).not.toMatch(/[ #?]/);
  expect(utmQuery({})).toBe("");
});

it.each([
  [{ path: "/brands/a", utm: "" }, "", "/brands/a"],
  [{ path: "/brands/a?x=%26#top", utm: "" }, "", "/brands/a?x=%26#top"],
  [{ path: "/brands/a", utm: "utm_source=s" }, "vt=1", "/brands/a?utm_source=s&vt=1"],
  [{ path: "/brands/a?x=%26", utm: "utm_source=s" }, "vt=1", "/brands/a?x=%26&utm_source=s&vt=1"],
  [{ path: "/brands/a?x=1#top", utm: "utm_source=s" }, "vt=1", "/brands/a?x=1&utm_source=s&vt=1#top"],
  [{ path: "/brands/a#x?y", utm: "" }, "vt=1", "/brands/a?vt=1#x?y"],
])("%o with %j leads to %s", (link, extra, address) => {
  expect(linkAddress(link, extra)).toBe(address);
});
