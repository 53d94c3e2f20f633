import type { Handle } from "../accounts/handle";
import type { Instant, TagId, TouchId, VisitorId } from "../kernel/branded";
import type { Device, InApp } from "./device";
import type { Disqualification } from "./touch";

/** What was opened: a link, a product tag of a post, an affiliate's storefront. */
export type ContactAim =
  | { readonly kind: "link"; readonly slug: string }
  | { readonly kind: "tag"; readonly tagId: TagId }
  | { readonly kind: "storefront"; readonly handle: Handle };

/** What a request's headers say about how it came to be; empty where they say nothing. */
export type RequestSignals = {
  readonly method: string;
  /** `Sec-Purpose`, `Purpose` and their older kin, joined. */
  readonly purpose: string;
  readonly fetchMode: string;
  readonly fetchDest: string;
  /** Whether a document was asked for, or a page's data by the app itself. */
  readonly asks: "document" | "data";
};

/** Who sent a request, as far as reports and filters need it. */
export type Sender = {
  /** Why nobody saw what was opened; `null` when a person did. */
  readonly unseen: Extract<Disqualification, "bot" | "prefetch" | "not_navigate"> | null;
  readonly device: Device;
  readonly inApp: InApp | null;
};

/** One opening of something of an affiliate's, before it is judged. */
export type Contact = {
  readonly aim: ContactAim;
  readonly at: Instant;
  readonly visitorId: VisitorId | null;
  /** The signed ids of this visit's earlier touches, unread; `null` when the address carried none. */
  readonly carried: string | null;
  readonly sender: Sender;
  /** Host of the page that led here. */
  readonly referrer: string | null;
};

/** What became of a contact once it is on disk. */
export type RecordedContact =
  /** No such link, tag or storefront; nothing was written. */
  | { readonly kind: "unknown" }
  /** A tap on a picture that no affiliate posted: told in the telemetry, a touch of nobody. */
  | { readonly kind: "noted" }
  | {
      readonly kind: "recorded";
      readonly touchId: TouchId;
      /** Where a link leads, with its UTM and, for a visitor without consent, the signed touch ids; `null` for taps. */
      readonly destination: string | null;
      /** The signed ids of this visit's touches, for addresses of a visitor without consent; else `null`. */
      readonly carried: string | null;
    };
