import type { Instant } from "../kernel/branded";
import { DAY_MS } from "../kernel/instant";
import type { Disqualification, FrozenPath, PathTouch } from "../tracking/touch";

/** Which touches a program credits. Source: domain §4. */
export const CREDIT_SCOPES = ["product_then_brand", "brand", "product"] as const;
export type CreditScope = (typeof CREDIT_SCOPES)[number];

/** What became of a touch before the model ran. */
export type TouchVerdict = "candidate" | "out_of_window" | "beaten_by_product" | "out_of_scope" | Disqualification;

export type JudgedTouch = { readonly touch: PathTouch; readonly verdict: TouchVerdict };

type Terms = { readonly windowDays: number; readonly scope: CreditScope };

/** Touches further back than the longer of this and the program's window are not looked at. Source: domain §5. */
const REACH_DAYS = 90;

/** The first instant whose touches a line's path must hold. */
export function reachStart(frozenAt: Instant, windowDays: number): Instant {
  return (frozenAt - Math.max(REACH_DAYS, windowDays) * DAY_MS) as Instant;
}

/**
 * Judges every touch of a line's path, in the path's order. Candidates are qualified, within the window before
 * the freeze, and in scope: touches on the product, or, where the program allows and there are none, on its brand.
 */
export function judgePath(path: FrozenPath, { windowDays, scope }: Terms): readonly JudgedTouch[] {
  const opens = path.frozenAt - windowDays * DAY_MS;
  const first = path.touches.map((touch) => ({ touch, verdict: firstVerdict(touch, { opens, closes: path.frozenAt }) }));
  const hasProduct = first.some(({ touch, verdict }) => verdict === "candidate" && touch.pointsAt === "product");
  return first.map(({ touch, verdict }) => ({ touch, verdict: verdict === "candidate" ? scoped(touch, scope, hasProduct) : verdict }));
}

function firstVerdict(touch: PathTouch, window: { readonly opens: number; readonly closes: number }): TouchVerdict {
  if (touch.disqualified !== null) return touch.disqualified;
  return touch.at < window.opens || touch.at > window.closes ? "out_of_window" : "candidate";
}

/** `brand` takes every touch on the brand, and a touch on one of its products is one. */
function scoped(touch: PathTouch, scope: CreditScope, hasProduct: boolean): TouchVerdict {
  if (scope === "brand" || touch.pointsAt === "product") return "candidate";
  if (scope === "product") return "out_of_scope";
  return hasProduct ? "beaten_by_product" : "candidate";
}
