import type { Channel } from "../events/commission-events";
import type { AffiliateId, BrandId, LinkId, PersonId, PostId, TagId, TouchId, VisitorId } from "../kernel/branded";
import type { Contact, Sender } from "./contact";
import { type Aim, approvedBrands, isDuplicate, judgeTargets, type RecentTouch, type Standing } from "./judge-touch";
import type { Touch, TouchTarget } from "./touch";

/** What a contact opened, once it is known whose it is. */
export type Opened = {
  readonly affiliateId: AffiliateId;
  /** The affiliate's own person; `null` for those who have never signed up. */
  readonly ownerId: PersonId | null;
  readonly channel: Extract<Channel, "link" | "post" | "storefront">;
  readonly linkId: LinkId | null;
  readonly postId: PostId | null;
  readonly tagId: TagId | null;
  /** Empty: every brand where the affiliate is approved. */
  readonly aims: readonly Aim[];
};

/** Who opened it, as far as they may be recognised. */
export type Opener = {
  /** `null` without consent, and for ids that were never given out or were withdrawn. */
  readonly visitorId: VisitorId | null;
  readonly people: readonly PersonId[];
  /** Their touches that counted within the last hour. */
  readonly recent: readonly RecentTouch[];
};

export type JudgedTouch = Touch &
  Sender & {
    readonly tagId: TagId | null;
    readonly visitorId: VisitorId | null;
    readonly referrer: string | null;
    readonly targets: readonly TouchTarget[];
    readonly isDuplicate: boolean;
  };

/** Two openings of the same thing may be duplicates: the same link, the same tag, the same storefront. */
export function thingOf(touch: {
  readonly channel: Channel;
  readonly affiliateId: AffiliateId;
  readonly linkId: LinkId | null;
  readonly tagId: TagId | null;
}): string {
  return touch.linkId ?? touch.tagId ?? `${touch.channel} ${touch.affiliateId}`;
}

/** The touch that a contact is, each of its targets with the reason why it does not count, if any. */
export function judgeContact(
  contact: Contact,
  opened: Opened,
  about: {
    readonly touchId: TouchId;
    readonly opener: Opener;
    readonly standings: ReadonlyMap<BrandId, Standing>;
  },
): JudgedTouch {
  const { affiliateId, ownerId, channel, linkId, postId, tagId } = opened;
  const { opener, standings, touchId } = about;
  const { unseen, device, inApp } = contact.sender;
  const { at, referrer } = contact;
  const { visitorId } = opener;
  const again = isDuplicate({ at, affiliateId, thing: thingOf(opened) }, opener.recent);
  const isSelf = ownerId !== null && opener.people.includes(ownerId);
  const aims = opened.aims.length > 0 ? opened.aims : approvedBrands(standings);
  const targets = judgeTargets(aims, { unseen, isSelf, isDuplicate: again, standings });
  // Written out: copying objects together costs ten times as much, and clicks come by the thousand.
  return {
    touchId,
    affiliateId,
    channel,
    at,
    linkId,
    postId,
    tagId,
    visitorId,
    unseen,
    device,
    inApp,
    referrer,
    targets,
    isDuplicate: again,
  };
}

/** The touch as later ones are judged by it; `null` when it counts for nobody. */
export function asRecent(touch: JudgedTouch): RecentTouch | null {
  if (!touch.targets.some((target) => target.disqualified === null)) return null;
  return { at: touch.at, affiliateId: touch.affiliateId, thing: thingOf(touch) };
}
