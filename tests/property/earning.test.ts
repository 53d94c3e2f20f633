import fc from "fast-check";
import { expect, it } from "vitest";
import { CREDIT_SCOPES } from "~/domain/attribution/candidates";
import { creditShares, MODELS } from "~/domain/attribution/models";
import { lineTotals } from "~/domain/checkout/totals";
import { lineCommission } from "~/domain/commission/amounts";
import { decideLine } from "~/domain/commission/decide-line";
import { reverseCredits } from "~/domain/commission/reverse-line";
import type { RuleVersion } from "~/domain/commission/rule";
import type { AffiliateId, Bps, BrandId, Instant, OrderId, Ppm, ProgramId, RuleId, TouchId } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import { exponentOf } from "~/domain/kernel/currency";
import { DAY_MS } from "~/domain/kernel/instant";
import { minor } from "~/domain/kernel/money";
import { splitByWeight } from "~/domain/kernel/split";
import { backSoFar } from "~/domain/kernel/take-back";
import { captureFees, feeBack } from "~/domain/ledger/fees";
import { postAccrual, postCapture, postRefund, postReversal } from "~/domain/ledger/postings";
import type { PathTouch } from "~/domain/tracking/touch";
import { checkLine } from "~tests/support/checker/credits";

const FROZEN_AT = (400 * DAY_MS) as Instant;

const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 20n }), { minLength: 1, maxLength: 12 });

it("splits: parts sum to the whole and stand within one of their exact share", () => {
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), weights, (total, shares) => {
      const parts = splitByWeight(total, shares);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
      const sum = shares.reduce((left, right) => left + right, 0n);
      if (sum === 0n) return;
      const off = parts.map((part, index) => BigInt(part) * sum - BigInt(total) * (shares[index] as bigint));
      expect(off.every((distance) => distance < sum && -distance < sum)).toBe(true);
    }),
    { numRuns: 20_000 },
  );
});

const ages = fc.array(fc.integer({ min: 0, max: 90 * DAY_MS }), { maxLength: 15 });

it("credits: every model's shares sum to exactly 1 000 000, or to 0 without candidates", () => {
  fc.assert(
    fc.property(fc.constantFrom(...MODELS), ages, (model, list) => {
      const times = list.sort((one, other) => other - one).map((age) => (FROZEN_AT - age) as Instant);
      const shares = creditShares(model, times, FROZEN_AT);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(times.length === 0 ? 0 : 1_000_000);
      expect(shares.every((share) => Number.isInteger(share) && share >= 0)).toBe(true);
      if (model === "time_decay")
        expect(shares.every((share, index) => index === 0 || share + 1 >= (shares[index - 1] as number))).toBe(true);
    }),
    { numRuns: 20_000 },
  );
});

it("commissions: the parts of a line sum to its total, which is no more than the base", () => {
  const credit = fc.record({ weight: fc.bigInt({ min: 0n, max: 1_000n }), rateBps: fc.option(fc.integer({ min: 0, max: 10_000 })) });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 11 }), fc.array(credit, { minLength: 1, maxLength: 8 }), (base, credits) => {
      const ppm = splitByWeight(
        1_000_000,
        credits.map(({ weight }) => weight),
      );
      const rewarded = credits.map(({ rateBps }, index) => ({ ppm: ppm[index] as Ppm, rateBps: rateBps as Bps | null }));
      const { totalMinor, parts } = lineCommission(minor(base), rewarded);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(totalMinor);
      expect(totalMinor).toBeGreaterThanOrEqual(0);
      expect(totalMinor).toBeLessThanOrEqual(base);
      expect(parts.every((part, index) => part >= 0 && (part === 0 || (rewarded[index]?.rateBps ?? 0) > 0))).toBe(true);
    }),
    { numRuns: 20_000 },
  );
});

const touch: fc.Arbitrary<Omit<PathTouch, "touchId">> = fc.record({
  affiliateId: fc.constantFrom("ada", "bo", "cy").map((id) => id as AffiliateId),
  at: fc.integer({ min: -2, max: 70 * DAY_MS }).map((age) => (FROZEN_AT - age) as Instant),
  channel: fc.constant("link" as const),
  linkId: fc.constant(null),
  postId: fc.constant(null),
  pointsAt: fc.constantFrom("product" as const, "brand" as const),
  disqualified: fc
    .option(fc.constantFrom("bot", "self", "partnership", "duplicate", "banned"), { freq: 4 })
    .map((why) => why as PathTouch["disqualified"]),
});
const rule: fc.Arbitrary<Omit<RuleVersion, "ruleId">> = fc.record({
  rateBps: fc.oneof(fc.constantFrom(0, 800, 1_000), fc.integer({ min: 0, max: 10_000 })).map((rate) => rate as Bps),
  effectiveFrom: fc.integer({ min: -1, max: 80 }).map((day) => (FROZEN_AT - day * DAY_MS) as Instant),
});
const currency = fc.constantFrom("JPY", "EUR", "KWD").map((code) => code as Currency);
const sale = fc.record({
  currency,
  price: fc.integer({ min: 0, max: 50_000 }),
  quantity: fc.integer({ min: 1, max: 9 }),
  discountPercent: fc.integer({ min: 0, max: 100 }),
  taxBps: fc.constantFrom(0, 550, 1_000, 1_900, 2_000, 2_500),
  taxInclusive: fc.boolean(),
  model: fc.constantFrom(...MODELS),
  scope: fc.constantFrom(...CREDIT_SCOPES),
  windowDays: fc.constantFrom(7, 30, 60),
  touches: fc.array(touch, { maxLength: 8 }),
  rules: fc.array(rule, { maxLength: 4 }),
});
type Sale = typeof sale extends fc.Arbitrary<infer Value> ? Value : never;

/** The sale as a line, with prices as the currency writes them. */
function lineOf({ currency: code, price, quantity, discountPercent, taxBps, taxInclusive, ...rest }: Sale) {
  const unit = minor(price * 10 ** exponentOf(code));
  const discountMinor = minor(Math.floor((unit * quantity * discountPercent) / 100));
  const totals = lineTotals({ unitPriceMinor: unit, quantity, discountMinor }, { taxInclusive, taxBps: taxBps as Bps });
  const sorted = rest.touches.map((one, index) => ({ ...one, touchId: `t${index}` as TouchId })).sort((one, other) => one.at - other.at);
  const rules = rest.rules.map((version, index) => ({ ...version, ruleId: `r${index}` as RuleId }));
  const program = { programId: "p" as ProgramId, model: rest.model, scope: rest.scope, windowDays: rest.windowDays, rules };
  return { quantity, ...totals, program, placedAt: FROZEN_AT, path: { frozenAt: FROZEN_AT, touches: sorted } };
}

it("decisions: everyone in reach has one, and somebody who knows only the rules comes to the same cent and reason", () => {
  fc.assert(
    fc.property(sale, (sold) => {
      const line = lineOf(sold);
      const decided = decideLine(line);
      const rules = line.program.rules.map(({ ruleId, effectiveFrom, rateBps }) => ({
        id: ruleId,
        effective_from: effectiveFrom,
        rate_bps: rateBps,
      }));
      const checked = checkLine(line.path, BigInt(line.baseMinor), { ...line.program, id: "p", rules });
      const told = decided.decisions.map(({ affiliateId, commissionMinor, reason }) => [affiliateId, reason ?? String(commissionMinor)]);
      expect(new Map(told as [string, string][])).toEqual(checked.verdicts);
      expect(told).toHaveLength(checked.verdicts.size);
      expect(
        decided.credits.map(({ touch: { touchId }, ppm, commissionMinor }) => [touchId, BigInt(ppm), BigInt(commissionMinor)]),
      ).toEqual(checked.credits.map(({ touch: { touchId }, ppm, amount }) => [touchId, ppm, amount]));
      expect(decided.explanation.credits.map(({ exact }) => BigInt(exact.numerator))).toEqual(checked.credits.map(({ exact }) => exact));
    }),
    { numRuns: 15_000 },
  );
});

it("decisions: a touch after the freeze, or of a visitor who counts for nobody, changes no cent", () => {
  fc.assert(
    fc.property(sale, touch, fc.boolean(), (sold, extra, isLate) => {
      const line = lineOf(sold);
      const added: PathTouch = isLate
        ? { ...extra, touchId: "late" as TouchId, at: (FROZEN_AT + 1) as Instant }
        : { ...extra, touchId: "bot" as TouchId, disqualified: "bot" };
      const touches = [...line.path.touches, added].sort((one, other) => one.at - other.at);
      const amounts = (path: typeof line.path) =>
        decideLine({ ...line, path }).credits.map(({ touch: { touchId }, ppm, commissionMinor }) => [touchId, ppm, commissionMinor]);
      expect(amounts({ ...line.path, touches })).toEqual(amounts(line.path));
    }),
    { numRuns: 10_000 },
  );
});

/** Cancels and refunds: units, or for goodwill part of what is still paid. */
const steps = fc.array(fc.record({ units: fc.integer({ min: 0, max: 4 }), goodwillPercent: fc.integer({ min: 0, max: 60 }) }), {
  maxLength: 6,
});

type Line = ReturnType<typeof lineOf>;
type Back = { readonly units: number; readonly paid: number; readonly baseMinor: ReturnType<typeof minor> };

/** What is back once a step is taken: units first, goodwill on top of what they cost, base by paid. */
function backAfter(line: Line, before: Back, step: { readonly units: number; readonly goodwillPercent: number }): Back {
  const units = Math.min(line.quantity, before.units + step.units);
  const byUnits = backSoFar(line.paidMinor, { taken: units, of: line.quantity });
  const goodwill = Math.floor(((line.paidMinor - before.paid) * step.goodwillPercent) / 100);
  const paid = Math.min(line.paidMinor, Math.max(before.paid, byUnits) + goodwill);
  const tax = line.paidMinor === line.baseMinor ? 0 : backSoFar(line.taxMinor, { taken: paid, of: line.paidMinor });
  return { units, paid, baseMinor: minor(Math.max(before.baseMinor, paid - tax)) };
}

it("reversals: any sequence of cancels and refunds takes back cumulatively and ends exactly", () => {
  fc.assert(
    fc.property(sale, steps, (sold, sequence) => {
      const line = lineOf(sold);
      const { quantity, baseMinor } = line;
      const credits = decideLine(line).credits.map(({ ppm, commissionMinor }) => ({ ppm, accruedMinor: commissionMinor }));
      const [fee = minor(0)] = captureFees(500 as Bps, [baseMinor]);
      const back = credits.map(() => [0, 0, 0] as [number, number, number]);
      let feeIsBack = 0;
      let before: Back = { units: 0, paid: 0, baseMinor: minor(0) };
      let isSound = true;
      for (const step of [...sequence, { units: quantity, goodwillPercent: 100 }]) {
        const after = backAfter(line, before, step);
        for (const [index, part] of reverseCredits({ quantity, baseMinor, before, after }, credits).entries()) {
          const sums = back[index] as [number, number, number];
          sums[0] += part.units;
          sums[1] += part.baseMinor;
          sums[2] += part.commissionMinor;
          isSound &&= part.commissionMinor >= 0 && sums[2] <= (credits[index]?.accruedMinor ?? -1);
        }
        feeIsBack += feeBack(fee, { capturedBaseMinor: baseMinor, before: before.baseMinor, after: after.baseMinor });
        before = after;
      }
      expect(isSound).toBe(true);
      expect(back.map(([, , commission]) => commission)).toEqual(credits.map(({ accruedMinor }) => accruedMinor));
      const totals = [0, 1].map((figure) => back.reduce((sum, part) => sum + (part[figure] ?? 0), 0));
      expect(totals).toEqual(credits.length === 0 ? [0, 0] : [quantity, baseMinor]);
      expect(feeIsBack).toBe(fee);
    }),
    { numRuns: 15_000 },
  );
});

it("books: whatever is accrued, captured, refunded and reversed balances", () => {
  const amount = fc.integer({ min: 0, max: 10 ** 10 }).map(minor);
  const place = { brandId: "brd" as BrandId, orderId: "ord" as OrderId, currency: "EUR" as Currency };
  const owed = fc.array(fc.record({ affiliateId: fc.constantFrom("a", "b").map((id) => id as AffiliateId), amountMinor: amount }), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(owed, amount, amount, (list, one, other) => {
      const [amountMinor, feeMinor] = [minor(Math.max(one, other)), minor(Math.min(one, other))];
      const entries = [
        postAccrual(place, { subjectId: "c", owed: list }),
        postReversal(place, { subjectId: "c", from: "affiliate_pending", owed: list }),
        postCapture(place, { subjectId: "o", amountMinor, feeMinor }),
        postRefund(place, { subjectId: "r", amountMinor, feeBackMinor: feeMinor }),
      ];
      const lines = entries.flatMap((entry) => entry?.lines ?? []);
      const held = new Map<string, number>();
      for (const line of lines)
        held.set(`${line.account} ${line.ownerId}`, (held.get(`${line.account} ${line.ownerId}`) ?? 0) + line.amountMinor);
      expect([...held.values()].every((sum) => sum === 0)).toBe(true);
      expect(lines.every((line) => line.amountMinor !== 0)).toBe(true);
    }),
    { numRuns: 5_000 },
  );
});
