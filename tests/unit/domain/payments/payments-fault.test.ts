import { expect, it } from "vitest";
import { PaymentsRefused, PaymentsUnreachable } from "~/domain/payments/payments-fault";

it("says whether to try again", () => {
  const [unreachable, refused] = [new PaymentsUnreachable("no answer"), new PaymentsRefused("conflict", "another amount")];
  expect([unreachable.retry, refused.retry]).toEqual([true, false]);
  expect([unreachable.name, refused.name, refused.refusal]).toEqual(["PaymentsUnreachable", "PaymentsRefused", "conflict"]);
  expect(unreachable).toBeInstanceOf(Error);
  expect(refused).not.toBeInstanceOf(PaymentsUnreachable);
});
