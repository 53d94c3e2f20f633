/** No answer came from the payment provider, so nobody knows whether the call had its effect. Try again: every call is idempotent. */
export class PaymentsUnreachable extends Error {
  override readonly name = "PaymentsUnreachable";
  readonly retry = true;
}

/** Why a provider will not do something: `conflict`: the id is taken by something else; `too_much`: beyond what is there to give or take. */
export type PaymentsRefusal = "bad_request" | "unauthorised" | "not_found" | "conflict" | "too_much";

/** The payment provider refused and did nothing; the same call will be refused again. */
export class PaymentsRefused extends Error {
  override readonly name = "PaymentsRefused";
  readonly retry = false;
  readonly refusal: PaymentsRefusal;

  constructor(refusal: PaymentsRefusal, message: string) {
    super(message);
    this.refusal = refusal;
  }
}
