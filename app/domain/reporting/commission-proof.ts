import type { ExplainedCredit, ExplainedTouch, Explanation } from "../commission/decision";
import type { AffiliateId, Bps, Instant, LinkId, PostId, Ppm } from "../kernel/branded";
import type { Minor } from "../kernel/money";
import type { Account, EntryKind } from "../ledger/posting";
import type { AffiliateName, LinkName, PostName } from "./named-group";
import type { ReportedLine } from "./reported-line";

/** How a line's commission base came about, in the order's minor units. */
export type ProofBase = {
  readonly quantity: number;
  readonly unitPriceMinor: Minor;
  readonly listMinor: Minor;
  readonly discountMinor: Minor;
  readonly paidMinor: Minor;
  readonly taxMinor: Minor;
  readonly taxBps: Bps;
  /** True when the tax lies inside what was paid. */
  readonly taxInclusive: boolean;
  readonly baseMinor: Minor;
};

/** What was taken back of the line's commission in one step, positive. */
export type ProofReversal = { readonly reversedAt: Instant; readonly cause: "cancel" | "refund"; readonly amountMinor: Minor };

/** An entry of the ledger about this commission: from one account to another. */
export type ProofEntry = {
  readonly kind: EntryKind;
  readonly seq: number;
  readonly occurredAt: Instant;
  readonly debit: readonly Account[];
  readonly credit: readonly Account[];
  readonly amountMinor: Minor;
  readonly hash: string;
};

/** A touch on the line, with what became of it. `credit` is `null` for those that were credited with nothing. */
export type ProofTouch = {
  readonly touch: ExplainedTouch;
  readonly own: boolean;
  readonly affiliate: AffiliateName | null;
  readonly link: LinkName | null;
  readonly post: PostName | null;
  readonly credit: ProofCredit | null;
};

/** `terms` is what it earned by which rule; kept from affiliates it does not concern. */
export type ProofCredit = { readonly ppm: Ppm; readonly terms: ExplainedCredit | null };

/** Everything an amount can be traced back to. */
export type CommissionProof = {
  readonly line: ReportedLine;
  readonly base: ProofBase;
  readonly program: Explanation["program"];
  readonly frozenAt: Instant;
  readonly touches: readonly ProofTouch[];
  /** All credits of the line together. */
  readonly totalMinor: Minor;
  readonly reversals: readonly ProofReversal[];
  readonly entries: readonly ProofEntry[];
};

type Names = {
  readonly affiliates: ReadonlyMap<AffiliateId, AffiliateName>;
  readonly links: ReadonlyMap<LinkId, LinkName>;
  readonly posts: ReadonlyMap<PostId, PostName>;
};

/**
 * The touches of a line as a reader may see them. Affiliates learn whose touch beat theirs and its share, not on
 * which terms, by which link or for how much; brands see all.
 */
export function proveTouches(
  explanation: Explanation,
  names: Names,
  seen: { readonly by: "affiliate" | "brand"; readonly about: AffiliateId },
): readonly ProofTouch[] {
  const credits = new Map(explanation.credits.map((credit) => [credit.touchId, credit]));
  return explanation.touches.map((touch) => {
    const own = touch.affiliateId === seen.about;
    const open = own || seen.by === "brand";
    const shown = open ? touch : { ...touch, linkId: null, postId: null };
    const credit = credits.get(touch.touchId);
    return {
      touch: shown,
      own,
      affiliate: names.affiliates.get(touch.affiliateId) ?? null,
      link: nameOf(names.links, shown.linkId),
      post: nameOf(names.posts, shown.postId),
      credit: credit === undefined ? null : { ppm: credit.ppm, terms: open ? credit : null },
    };
  });
}

function nameOf<Id, Name>(names: ReadonlyMap<Id, Name>, id: Id | null): Name | null {
  return id === null ? null : (names.get(id) ?? null);
}

/**
 * The fraction an amount was before it was rounded, as plain decimal text in whole units of the currency, every
 * digit of it: 5.376. Errors: RangeError when the denominator is no power of ten, which would never end.
 */
export function exactText({ numerator, denominator }: ExplainedCredit["exact"], exponent: number): string {
  if (!/^10*$/.test(denominator)) throw new RangeError(`Not a power of ten: ${denominator}`);
  const places = denominator.length - 1 + exponent;
  const digits = numerator.padStart(places + 1, "0");
  const fraction = digits
    .slice(digits.length - places)
    .replace(/0+$/, "")
    .padEnd(exponent, "0");
  const whole = digits.slice(0, digits.length - places);
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

/** Exact parts together, when all of them may be seen; else `null`. */
export function exactTotal(touches: readonly ProofTouch[]): ExplainedCredit["exact"] | null {
  const credits = touches.flatMap((touch) => touch.credit ?? []);
  const terms = credits.flatMap((credit) => credit.terms ?? []);
  const denominator = terms[0]?.exact.denominator;
  if (denominator === undefined || terms.length < credits.length) return null;
  return { numerator: String(terms.reduce((sum, { exact }) => sum + BigInt(exact.numerator), 0n)), denominator };
}
