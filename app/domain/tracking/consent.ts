import type { VisitorId } from "../kernel/branded";

/** Whether this browser may be recognised. Only `unasked` is asked. */
export type Consent =
  | { readonly kind: "granted"; readonly visitorId: VisitorId }
  /** `signal`: the browser itself says so to every site (Global Privacy Control), and no answer given here outweighs it. */
  | { readonly kind: "refused"; readonly by: "answer" | "signal" }
  | { readonly kind: "unasked" };

/** What a request's cookies and headers say about consent. Source of the signal: Global Privacy Control, `Sec-GPC: 1`. */
export function consentOf(said: {
  readonly visitorId: VisitorId | null;
  readonly refused: boolean;
  readonly privacySignal: boolean;
}): Consent {
  if (said.privacySignal) return { kind: "refused", by: "signal" };
  if (said.refused) return { kind: "refused", by: "answer" };
  return said.visitorId === null ? { kind: "unasked" } : { kind: "granted", visitorId: said.visitorId };
}

/** The visitor a request may be counted under; `null` without consent. */
export function visitorOf(consent: Consent): VisitorId | null {
  return consent.kind === "granted" ? consent.visitorId : null;
}
