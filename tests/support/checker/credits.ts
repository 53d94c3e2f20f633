import { halvedBy, roundHalfUp, shareOut } from "./arithmetic";

const DAY = 86_400_000;
const PPM = 1_000_000n;

/** A touch as a line's stored path holds it. */
export type StoredTouch = {
  readonly touchId: string;
  readonly affiliateId: string;
  readonly at: number;
  readonly channel: string;
  readonly linkId: string | null;
  readonly postId: string | null;
  readonly pointsAt: string;
  readonly disqualified: string | null;
};

export type StoredRule = { readonly id: string; readonly effective_from: number; readonly rate_bps: number };

export type StoredProgram = {
  readonly id: string;
  readonly model: string;
  readonly scope: string;
  readonly windowDays: number;
  readonly rules: readonly StoredRule[];
};

export type StoredPath = { readonly frozenAt: number; readonly touches: readonly StoredTouch[] };

export type CheckedCredit = { readonly touch: StoredTouch; readonly ppm: bigint; readonly exact: bigint; readonly amount: bigint };

/** What a line's stored inputs must have led to: credits with their money, and for each affiliate the amount or a reason. */
export type CheckedLine = { readonly credits: readonly CheckedCredit[]; readonly verdicts: ReadonlyMap<string, string> };

/** Decides a line from scratch. `base` in minor units. */
export function checkLine(path: StoredPath, base: bigint, program: StoredProgram): CheckedLine {
  const inWindow = (touch: StoredTouch): boolean => touch.at <= path.frozenAt && touch.at >= path.frozenAt - program.windowDays * DAY;
  const racing = path.touches.filter((touch) => touch.disqualified === null && inWindow(touch));
  const candidates = inScope(racing, program.scope);
  const shares = sharesOf(program.model, candidates, path.frozenAt);
  const shared = candidates.flatMap((touch, index) => ((shares[index] as bigint) > 0n ? [{ touch, ppm: shares[index] as bigint }] : []));
  const exact = shared.map(({ touch, ppm }) => base * BigInt(rateFor(touch, path.frozenAt, program.rules) ?? 0) * ppm);
  const rounded = roundHalfUp(
    exact.reduce((sum, part) => sum + part, 0n),
    10_000n * PPM,
  );
  const amounts = shared.length === 0 ? [] : shareOut(rounded > base ? base : rounded, exact);
  const credits = shared.map((credit, index) => ({ ...credit, exact: exact[index] as bigint, amount: amounts[index] as bigint }));
  const affiliates = new Set(path.touches.map((touch) => touch.affiliateId));
  const verdicts = new Map([...affiliates].map((id) => [id, verdictOf(id, { path, racing, credits, program, inWindow })]));
  return { credits, verdicts };
}

function inScope(racing: readonly StoredTouch[], scope: string): readonly StoredTouch[] {
  const onProduct = racing.filter((touch) => touch.pointsAt === "product");
  if (scope === "brand") return racing;
  if (scope === "product") return onProduct;
  return onProduct.length > 0 ? onProduct : racing;
}

function sharesOf(model: string, touches: readonly StoredTouch[], frozenAt: number): readonly bigint[] {
  const count = touches.length;
  if (count === 0) return [];
  if (model === "last_touch") return touches.map((_, index) => (index === count - 1 ? PPM : 0n));
  if (model === "first_touch") return touches.map((_, index) => (index === 0 ? PPM : 0n));
  if (model === "linear")
    return shareOut(
      PPM,
      touches.map(() => 1n),
    );
  if (model === "time_decay")
    return shareOut(
      PPM,
      touches.map(({ at }) => halvedBy(BigInt(frozenAt - at), BigInt(7 * DAY))),
    );
  if (model !== "position_based") throw new Error(`Nobody knows the model ${model}`);
  if (count === 1) return [PPM];
  if (count === 2) return [PPM / 2n, PPM / 2n];
  const middle = BigInt(count - 2);
  return shareOut(
    PPM,
    touches.map((_, index) => (index === 0 || index === count - 1 ? 40n * middle : 20n)),
  );
}

/** The better of the rates at the touch (promised for 30 days) and at the freeze. */
function rateFor(touch: StoredTouch, frozenAt: number, rules: readonly StoredRule[]): number | null {
  const atFreeze = rateAt(rules, frozenAt);
  const atTouch = frozenAt - touch.at <= 30 * DAY ? rateAt(rules, touch.at) : null;
  if (atFreeze === null || atTouch === null) return atFreeze ?? atTouch;
  return Math.max(atFreeze, atTouch);
}

function rateAt(rules: readonly StoredRule[], at: number): number | null {
  let best: StoredRule | null = null;
  for (const rule of rules) {
    if (rule.effective_from > at) continue;
    if (best === null || rule.effective_from > best.effective_from || (rule.effective_from === best.effective_from && rule.id > best.id))
      best = rule;
  }
  return best?.rate_bps ?? null;
}

type Race = {
  readonly path: StoredPath;
  readonly racing: readonly StoredTouch[];
  readonly credits: readonly CheckedCredit[];
  readonly program: StoredProgram;
  readonly inWindow: (touch: StoredTouch) => boolean;
};

function verdictOf(affiliateId: string, { path, racing, credits, program }: Race): string {
  const own = credits.filter(({ touch }) => touch.affiliateId === affiliateId);
  const amount = own.reduce((sum, credit) => sum + credit.amount, 0n);
  if (amount > 0n) return String(amount);
  if (own.length > 0) return own.every(({ touch }) => rateFor(touch, path.frozenAt, program.rules) === null) ? "no_rule" : "rounds_to_zero";
  const touches = path.touches.filter((touch) => touch.affiliateId === affiliateId);
  const raced = racing.filter((touch) => touch.affiliateId === affiliateId);
  if (raced.some((touch) => program.scope !== "product" || touch.pointsAt === "product")) return "other_touch_won";
  if (touches.some(({ disqualified }) => disqualified === null)) return "no_touch_in_window";
  const reasons = new Set(touches.map(({ disqualified }) => disqualified));
  if (reasons.has("self")) return "self_purchase";
  return reasons.has("partnership") || reasons.has("banned") ? "partnership_not_approved" : "unqualified_only";
}
