import { expect, it } from "vitest";
import { refusalIn } from "~/ui/checkout/checkout-facts";

it("finds a refused form among answers, and takes only texts from it", () => {
  expect(refusalIn({ errors: { email: "account.error.email" }, values: { email: "x", odd: 1 }, message: null, intent: "contact" })).toEqual(
    {
      errors: { email: "account.error.email" },
      values: { email: "x" },
      message: null,
      intent: "contact",
    },
  );
  expect(refusalIn({ errors: {}, values: {}, message: "Pay again." })).toEqual({
    errors: {},
    values: {},
    message: "Pay again.",
    intent: null,
  });
  for (const answer of [undefined, null, { next: "/checkout/c" }, "text"]) expect(refusalIn(answer)).toBeNull();
});
