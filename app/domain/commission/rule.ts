import type { Bps, Instant, RuleId } from "../kernel/branded";
import { DAY_MS } from "../kernel/instant";

/** An immutable version of a program's rule, in force from an instant until the next one. */
export type RuleVersion = { readonly ruleId: RuleId; readonly effectiveFrom: Instant; readonly rateBps: Bps };

/** Days for which the terms at a touch are promised. Source: domain §5. */
const PROMISED_DAYS = 30;

/** The terms of one touch: what was in force at the touch and at the freeze, and which of them pays. */
export type PinnedTerms = {
  readonly atTouch: RuleVersion | null;
  readonly atFreeze: RuleVersion | null;
  readonly pays: "touch" | "freeze" | "none";
};

/** The version in force at an instant: the newest that had begun; of two that begin together, the later id. */
export function ruleAt(versions: readonly RuleVersion[], at: Instant): RuleVersion | null {
  return versions.filter((version) => version.effectiveFrom <= at).reduce<RuleVersion | null>(newer, null);
}

/**
 * The higher of both pays, so a raise holds at once and a cut only for later touches; ties go to the freeze. A
 * touch older than what its terms were promised for has none of its own. Source: domain §5.
 */
export function pinTerms(versions: readonly RuleVersion[], when: { readonly touchedAt: Instant; readonly frozenAt: Instant }): PinnedTerms {
  const promised = when.touchedAt >= when.frozenAt - PROMISED_DAYS * DAY_MS;
  const atTouch = promised ? ruleAt(versions, when.touchedAt) : null;
  const atFreeze = ruleAt(versions, when.frozenAt);
  return { atTouch, atFreeze, pays: payingOf(atTouch, atFreeze) };
}

/** The version whose rate counts, if any was in force. */
export function payingRule({ atTouch, atFreeze, pays }: PinnedTerms): RuleVersion | null {
  if (pays === "none") return null;
  return pays === "touch" ? atTouch : atFreeze;
}

function payingOf(atTouch: RuleVersion | null, atFreeze: RuleVersion | null): PinnedTerms["pays"] {
  if (atFreeze === null) return atTouch === null ? "none" : "touch";
  return atTouch !== null && atTouch.rateBps > atFreeze.rateBps ? "touch" : "freeze";
}

function newer(best: RuleVersion | null, version: RuleVersion): RuleVersion {
  if (best === null || version.effectiveFrom > best.effectiveFrom) return version;
  return version.effectiveFrom === best.effectiveFrom && version.ruleId > best.ruleId ? version : best;
}
