import type { AffiliateId, BrandId, PersonId, PostId, ProductId, TouchId, VisitorId } from "../kernel/branded";
import type { Contact, RecordedContact } from "./contact";
import { believedRows, type Interaction, type KnownThings, type Report } from "./interaction";
import { asRecent, type JudgedTouch, judgeContact, type Opened, type Opener } from "./judge-contact";
import type { RecentTouch, Standing } from "./judge-touch";
import { linkAddress } from "./link";
import type { Disqualification } from "./touch";
import { CARRIED_PARAMETER } from "./touch-address";

/** A link as far as following it needs: what it opens, and where it leads. */
export type OpenedLink = { readonly opened: Opened; readonly path: string; readonly utm: string };

/** A tag as far as tapping it needs; `opened` is `null` when a brand itself posted the picture. */
export type OpenedTag = {
  readonly opened: Opened | null;
  readonly aim: { readonly brandId: BrandId; readonly productId: ProductId };
  readonly postId: PostId;
};

/** What arrived together and is committed together. */
export type TrackingBatch = { readonly contacts: readonly Contact[]; readonly reports: readonly Report[] };

/** Everything a batch names, as the database knows it. */
export type BatchFacts = {
  readonly links: ReadonlyMap<string, OpenedLink>;
  readonly tags: ReadonlyMap<string, OpenedTag>;
  readonly storefronts: ReadonlyMap<string, Opened>;
  readonly standings: ReadonlyMap<AffiliateId, ReadonlyMap<BrandId, Standing>>;
  /** Only visitors that were given out and have not withdrawn. */
  readonly people: ReadonlyMap<VisitorId, readonly PersonId[]>;
  /** Counted touches of the last hour by visitor, and single ones by their own id. */
  readonly recent: ReadonlyMap<string, readonly RecentTouch[]>;
  readonly things: KnownThings;
};

/** What comes from outside the domain: chance and signatures. */
export type BatchTools = {
  readonly nextTouchId: () => TouchId;
  readonly read: (carried: string) => readonly TouchId[];
  readonly sign: (touchIds: readonly TouchId[]) => string;
};

/** The rows a batch becomes, and what to answer to each contact, in order. */
export type JudgedBatch = {
  readonly touches: readonly JudgedTouch[];
  readonly interactions: readonly Interaction[];
  readonly answers: readonly RecordedContact[];
};

/** Judges each contact by the past and by those before it in the batch, and takes from reports what can be believed. */
export function judgeBatch(batch: TrackingBatch, facts: BatchFacts, tools: BatchTools): JudgedBatch {
  const touches: JudgedTouch[] = [];
  const interactions: Interaction[] = [];
  const earlier = new Map(facts.recent);
  const answers = batch.contacts.map((contact) => {
    const judged = judge(contact, { ...facts, recent: earlier }, tools);
    if (judged.touch !== null) touches.push(judged.touch);
    if (judged.tap !== null) interactions.push(judged.tap);
    remember(judged.touch, earlier);
    return judged.answer;
  });
  interactions.push(
    ...batch.reports.flatMap((report) => believedRows(report, { known: facts.things, visitorId: knownVisitor(report.visitorId, facts) })),
  );
  return { touches, interactions, answers };
}

type Judged = { readonly touch: JudgedTouch | null; readonly tap: Interaction | null; readonly answer: RecordedContact };

function judge(contact: Contact, facts: BatchFacts, tools: BatchTools): Judged {
  const { aim } = contact;
  const link = aim.kind === "link" ? facts.links.get(aim.slug) : undefined;
  const tag = aim.kind === "tag" ? facts.tags.get(aim.tagId) : undefined;
  const opened = link?.opened ?? tag?.opened ?? (aim.kind === "storefront" ? facts.storefronts.get(aim.handle) : undefined);
  const touch = opened === undefined ? null : touchOf(contact, opened, { facts, tools });
  const excluded = touch === null ? contact.sender.unseen : (touch.targets[0]?.disqualified ?? null);
  const tap = tag === undefined ? null : tapOf(contact, tag, { excluded, visitorId: knownVisitor(contact.visitorId, facts) });
  if (touch === null) return { touch, tap, answer: { kind: tap === null ? "unknown" : "noted" } };
  const carried = carriedOn(contact, touch, tools);
  const extra = carried === null ? "" : `${CARRIED_PARAMETER}=${carried}`;
  const destination = link === undefined ? null : linkAddress(link, extra);
  return { touch, tap, answer: { kind: "recorded", touchId: touch.touchId, carried, destination } };
}

function touchOf(contact: Contact, opened: Opened, by: { readonly facts: BatchFacts; readonly tools: BatchTools }): JudgedTouch {
  const standings = by.facts.standings.get(opened.affiliateId) ?? new Map<BrandId, Standing>();
  const opener = openerOf(contact, by.facts, by.tools);
  return judgeContact(contact, opened, { touchId: by.tools.nextTouchId(), opener, standings });
}

/** Whoever agreed is known by their id; a visit without consent by the touches its address carries. */
function openerOf(contact: Contact, facts: BatchFacts, tools: BatchTools): Opener {
  const visitorId = knownVisitor(contact.visitorId, facts);
  if (visitorId !== null) return { visitorId, people: facts.people.get(visitorId) ?? [], recent: facts.recent.get(visitorId) ?? [] };
  return { visitorId, people: [], recent: carriedBy(contact, tools).flatMap((touchId) => facts.recent.get(touchId) ?? []) };
}

/** A browser may send any id: only one that was given out, and not withdrawn, is somebody. */
function knownVisitor(visitorId: VisitorId | null, facts: BatchFacts): VisitorId | null {
  return visitorId !== null && facts.people.has(visitorId) ? visitorId : null;
}

function carriedBy(contact: Contact, tools: BatchTools): readonly TouchId[] {
  return contact.carried === null ? [] : tools.read(contact.carried);
}

/** Without consent the visit's touches ride on in the address; what nobody saw has no visit. */
function carriedOn(contact: Contact, touch: JudgedTouch, tools: BatchTools): string | null {
  if (touch.visitorId !== null || touch.unseen !== null) return null;
  const earlier = carriedBy(contact, tools);
  return tools.sign(touch.isDuplicate ? earlier : [...earlier, touch.touchId]);
}

/** The next of the same batch is judged by this one too. */
function remember(touch: JudgedTouch | null, earlier: Map<string, readonly RecentTouch[]>): void {
  const recent = touch === null ? null : asRecent(touch);
  if (touch === null || recent === null || touch.visitorId === null) return;
  earlier.set(touch.visitorId, [...(earlier.get(touch.visitorId) ?? []), recent]);
}

function tapOf(
  contact: Contact,
  tag: OpenedTag,
  about: { readonly excluded: Disqualification | null; readonly visitorId: VisitorId | null },
): Interaction {
  const { device, inApp } = contact.sender;
  const named = { ...tag.aim, postId: tag.postId, checkoutId: null, reason: null };
  return { kind: "tag_tap", at: contact.at, ...named, ...about, device, inApp };
}
