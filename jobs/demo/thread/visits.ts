import type { Instant, VisitorId } from "~/domain/kernel/branded";
import type { Contact, ContactAim, Sender } from "~/domain/tracking/contact";
import { recordTouches } from "~/services/record-touches";
import type { WorkerDeps } from "../../container";
import { type Chance, pick } from "../data/seeded";

/** Contacts of one transaction: small enough that nobody waits. */
const BATCH = 100;

/** Phones mostly, and the browser inside an app that our own audience uses most. */
const SENDERS: readonly Sender[] = [
  { unseen: null, device: "phone", inApp: null },
  { unseen: null, device: "phone", inApp: "instagram" },
  { unseen: null, device: "phone", inApp: "instagram" },
  { unseen: null, device: "desktop", inApp: null },
];

const ROBOT_SHARE = 0.04;
const AHEAD_SHARE = 0.02;

export type Tap = { readonly aim: ContactAim; readonly at: Instant; readonly visitorId: VisitorId | null };

/** A tap as a person's browser sends it; among anyone's, a few come from robots and from browsers that fetch ahead. */
export function contactOf(chance: Chance, tap: Tap, who: "anyone" | "person"): Contact {
  return { ...tap, carried: null, referrer: null, sender: who === "person" ? pick(chance, SENDERS) : anySender(chance) };
}

function anySender(chance: Chance): Sender {
  const drawn = chance();
  if (drawn < ROBOT_SHARE) return { unseen: "bot", device: "other", inApp: null };
  const sender = pick(chance, SENDERS);
  return drawn < ROBOT_SHARE + AHEAD_SHARE ? { ...sender, unseen: "prefetch" } : sender;
}

/** Records taps as the web does when they come. */
export async function tapAll(deps: WorkerDeps, contacts: readonly Contact[]): Promise<void> {
  for (let from = 0; from < contacts.length; from += BATCH) {
    await recordTouches(deps, { contacts: contacts.slice(from, from + BATCH), reports: [] });
  }
}
