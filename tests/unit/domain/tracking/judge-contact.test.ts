import { describe, expect, it } from "vitest";
import type { AffiliateId, BrandId, Instant, LinkId, PersonId, ProductId, TagId, TouchId, VisitorId } from "~/domain/kernel/branded";
import type { Contact } from "~/domain/tracking/contact";
import { asRecent, judgeContact, type Opened, thingOf } from "~/domain/tracking/judge-contact";
import type { Standing } from "~/domain/tracking/judge-touch";

const brand = "brd" as BrandId;
const contact: Contact = {
  aim: { kind: "link", slug: "scarf" },
  at: 1_000 as Instant,
  visitorId: null,
  carried: null,
  sender: { unseen: null, device: "phone", inApp: "tiktok" },
  referrer: "elsewhere.example",
};
const opened: Opened = {
  affiliateId: "aff" as AffiliateId,
  ownerId: "per" as PersonId,
  channel: "link",
  linkId: "lnk" as LinkId,
  postId: null,
  tagId: null,
  aims: [{ brandId: brand, productId: "prd" as ProductId }],
};
const about = {
  touchId: "tch" as TouchId,
  opener: { visitorId: "vis" as VisitorId, people: [], recent: [] },
  standings: new Map<BrandId, Standing>([[brand, "approved"]]),
};

it("makes a touch of a contact, with whose it is and who opened it", () => {
  expect(judgeContact(contact, opened, about)).toEqual({
    touchId: "tch",
    affiliateId: "aff",
    channel: "link",
    linkId: "lnk",
    postId: null,
    tagId: null,
    at: 1_000,
    visitorId: "vis",
    unseen: null,
    device: "phone",
    inApp: "tiktok",
    referrer: "elsewhere.example",
    targets: [{ brandId: brand, productId: "prd", disqualified: null }],
    isDuplicate: false,
  });
});

it("is the affiliate's own when the visitor ever signed in as them", () => {
  const opener = { ...about.opener, people: ["other" as PersonId, "per" as PersonId] };
  expect(judgeContact(contact, opened, { ...about, opener }).targets[0]?.disqualified).toBe("self");
  expect(judgeContact(contact, { ...opened, ownerId: null }, { ...about, opener }).targets[0]?.disqualified).toBeNull();
});

it("points at every approved brand when it is about no product and no brand", () => {
  expect(judgeContact(contact, { ...opened, aims: [] }, about).targets).toEqual([{ brandId: brand, productId: null, disqualified: null }]);
});

describe("what later touches are judged by", () => {
  it("is a touch that counted", () => {
    expect(asRecent(judgeContact(contact, opened, about))).toEqual({ at: 1_000, affiliateId: "aff", thing: "lnk" });
  });

  it("is none that did not: a browser's prefetch is no reason against the visit that follows", () => {
    const prefetched = { ...contact, sender: { ...contact.sender, unseen: "prefetch" as const } };
    expect(asRecent(judgeContact(prefetched, opened, about))).toBeNull();
  });
});

it("tells things apart by link, tag, or storefront", () => {
  const base = { affiliateId: "aff" as AffiliateId, channel: "link" as const, linkId: null, tagId: null };
  expect(thingOf({ ...base, linkId: "lnk" as LinkId })).toBe("lnk");
  expect(thingOf({ ...base, tagId: "tag" as TagId })).toBe("tag");
  expect(thingOf({ ...base, channel: "storefront" })).not.toBe(
    thingOf({ ...base, channel: "storefront", affiliateId: "b" as AffiliateId }),
  );
});
