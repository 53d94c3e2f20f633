import { type BehaviourName, behaviourOf } from "./behaviours";
import { brandOf, cvcLength, isPast, parseCardNumber, parseExpiry } from "./card-number";

export type TypedCard = { readonly digits: string; readonly brand: string; readonly expires: string; readonly behaviour: BehaviourName };

/** What is wrong with a field; the words stand with the page. */
export type CardErrors = {
  readonly number?: "numberMissing" | "numberWrong" | "numberReal";
  readonly expiry?: "expiryWrong" | "expiryPast";
  readonly cvc?: "cvcThree" | "cvcFour";
};

/** The card in the three fields, or what is wrong with each. The code is looked at and let go. */
export function checkTypedCard(
  typed: { readonly number: string; readonly expiry: string; readonly cvc: string },
  nowMs: number,
): { readonly ok: true; readonly card: TypedCard } | { readonly ok: false; readonly errors: CardErrors } {
  const digits = parseCardNumber(typed.number);
  const brand = brandOf(digits ?? typed.number.replace(/\D/g, ""));
  const behaviour = digits === undefined ? undefined : behaviourOf(digits);
  const expires = parseExpiry(typed.expiry);
  const expiryError = expires === undefined ? "expiryWrong" : isPast(expires, nowMs) ? "expiryPast" : undefined;
  const cvcRight = new RegExp(`^\\s*\\d{${cvcLength(brand)}}\\s*$`).test(typed.cvc);
  if (digits !== undefined && behaviour !== undefined && expires !== undefined && expiryError === undefined && cvcRight) {
    return { ok: true, card: { digits, brand, expires, behaviour } };
  }
  const numberError = typed.number.trim() === "" ? "numberMissing" : digits === undefined ? "numberWrong" : "numberReal";
  return {
    ok: false,
    errors: {
      ...(behaviour === undefined ? { number: numberError } : {}),
      ...(expiryError === undefined ? {} : { expiry: expiryError }),
      ...(cvcRight ? {} : { cvc: cvcLength(brand) === 4 ? ("cvcFour" as const) : ("cvcThree" as const) }),
    },
  };
}
