import { type Currency, exponentOf } from "../kernel/currency";
import { type Minor, parseDecimal, toMinor } from "../kernel/money";
import { done, type Outcome, refused } from "../kernel/outcome";
import type { RowProblem } from "./row-error";

/** Ten thousand million major units in a currency with two decimals; more is a slipped decimal point. */
const MAX_PRICE_MINOR = 1_000_000_000_000n;

/** A price in minor units; zeros beyond the currency's decimals are ignored (Shopify writes `1280.00` for yen). */
export function readPrice(text: string, currency: Currency): Outcome<Minor, RowProblem> {
  if (text === "") return refused({ kind: "price_missing" });
  const decimal = parseDecimal(text);
  if (decimal === undefined) return refused({ kind: "price_not_a_number" });
  if (decimal.digits < 0n) return refused({ kind: "price_negative" });
  const places = exponentOf(currency);
  const surplus = decimal.scale - places;
  if (surplus > 0 && decimal.digits % 10n ** BigInt(surplus) !== 0n) return refused({ kind: "price_decimals", currency, places });
  const scaled = surplus > 0 ? decimal.digits / 10n ** BigInt(surplus) : decimal.digits * 10n ** BigInt(-surplus);
  return scaled > MAX_PRICE_MINOR ? refused({ kind: "price_too_high" }) : done(toMinor(decimal, currency));
}
