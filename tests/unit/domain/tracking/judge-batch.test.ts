import { expect, it } from "vitest";
import type { AffiliateId, BrandId, Instant, LinkId, PostId, ProductId, TagId, TouchId, VisitorId } from "~/domain/kernel/branded";
import type { Contact } from "~/domain/tracking/contact";
import { type BatchFacts, type BatchTools, judgeBatch } from "~/domain/tracking/judge-batch";
import type { Opened } from "~/domain/tracking/judge-contact";

const brandId = "brd" as BrandId;
const productId = "prd" as ProductId;
const postId = "pst" as PostId;
const visitorId = "vis" as VisitorId;

const opened = (who: string, link: string): Opened => ({
  affiliateId: who as AffiliateId,
  ownerId: null,
  channel: "link",
  linkId: link as LinkId,
  postId: null,
  tagId: null,
  aims: [{ brandId, productId }],
});
const approved = new Map([[brandId, "approved" as const]]);
const facts: BatchFacts = {
  links: new Map([
    ["a", { opened: opened("A", "lnk_a"), path: "/brands/brume/scarf", utm: "utm_source=s" }],
    ["b", { opened: opened("B", "lnk_b"), path: "/brands/brume", utm: "" }],
  ]),
  tags: new Map([["tag_brand", { opened: null, aim: { brandId, productId }, postId }]]),
  storefronts: new Map(),
  standings: new Map([
    ["A" as AffiliateId, approved],
    ["B" as AffiliateId, approved],
  ]),
  people: new Map([[visitorId, []]]),
  recent: new Map(),
  things: { brandOfProduct: new Map(), brandOfPost: new Map() },
};

function tools(): BatchTools {
  let made = 0;
  return {
    nextTouchId: () => `tch_${++made}` as TouchId,
    read: (text) => (text.startsWith("signed:") ? (text.slice(7).split(",") as TouchId[]) : []),
    sign: (ids) => `signed:${ids.join(",")}`,
  };
}

function opening(slug: string, more: Partial<Contact> = {}): Contact {
  const sender = { unseen: null, device: "phone", inApp: null } as const;
  return { aim: { kind: "link", slug }, at: 10 as Instant, visitorId: null, carried: null, sender, referrer: null, ...more };
}

const judge = (contacts: readonly Contact[], given: Partial<BatchFacts> = {}) =>
  judgeBatch({ contacts, reports: [] }, { ...facts, ...given }, tools());

it("leads a visitor with consent to the plain address, others with their signed touch", () => {
  const { answers, touches } = judge([opening("a", { visitorId }), opening("a")]);
  expect(answers).toMatchObject([
    { kind: "recorded", destination: "/brands/brume/scarf?utm_source=s", carried: null },
    { kind: "recorded", destination: "/brands/brume/scarf?utm_source=s&vt=signed:tch_2", carried: "signed:tch_2" },
  ]);
  expect(touches.map((touch) => touch.visitorId)).toEqual([visitorId, null]);
});

it("takes no id for a visitor that was never given out or was withdrawn", () => {
  const { touches, answers } = judge([opening("a", { visitorId: "vis_forged" as VisitorId })]);
  expect(touches[0]?.visitorId).toBeNull();
  expect(answers[0]).toMatchObject({ carried: "signed:tch_1" });
});

it("adds to the touches a visit carries already, and not a duplicate", () => {
  const recent = new Map([["tch_old", [{ at: 5 as Instant, affiliateId: "A" as AffiliateId, thing: "lnk_a" }]]]);
  const { answers, touches } = judge([opening("b", { carried: "signed:tch_old" }), opening("a", { carried: "signed:tch_old" })], {
    recent,
  });
  expect(answers).toMatchObject([{ carried: "signed:tch_old,tch_1" }, { carried: "signed:tch_old" }]);
  expect(touches[1]?.targets[0]?.disqualified).toBe("duplicate");
});

it("believes no ids it did not sign", () => {
  expect(judge([opening("a", { carried: "tch_of_somebody" })]).answers[0]).toMatchObject({ carried: "signed:tch_1" });
});

it("gives what nobody saw no signed touch", () => {
  const sender = { unseen: "bot", device: "other", inApp: null } as const;
  expect(judge([opening("a", { sender })]).answers[0]).toMatchObject({ destination: "/brands/brume/scarf?utm_source=s", carried: null });
});

it("judges each by those before it in the batch: A-A-B-A", () => {
  const visit = (slug: string, at: number) => opening(slug, { visitorId, at: at as Instant });
  const { touches } = judge([visit("a", 1), visit("a", 2), visit("b", 3), visit("a", 4), visit("a", 5)]);
  expect(touches.map((touch) => touch.targets[0]?.disqualified)).toEqual([null, "duplicate", null, null, "duplicate"]);
});

it("knows nothing of unknown slugs and writes nothing for them", () => {
  expect(judge([opening("none")])).toEqual({ touches: [], interactions: [], answers: [{ kind: "unknown" }] });
});

it("notes a tap on a brand's own picture, which is no affiliate's touch", () => {
  const aim = { kind: "tag", tagId: "tag_brand" as TagId } as const;
  const { touches, interactions, answers } = judge([opening("", { aim, visitorId })]);
  expect([touches, answers]).toEqual([[], [{ kind: "noted" }]]);
  expect(interactions).toMatchObject([{ kind: "tag_tap", brandId, productId, postId, visitorId, excluded: null }]);
});
