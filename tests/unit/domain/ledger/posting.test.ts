import { expect, it } from "vitest";
import type { Currency } from "~/domain/kernel/currency";
import { minor } from "~/domain/kernel/money";
import { ACCOUNTS, type Line, less, posting } from "~/domain/ledger/posting";

const head = { kind: "fees.withdrawn", currency: "EUR" as Currency, subjectId: "x" } as const;
const line = (amount: number): Line => ({ account: "cash", ownerId: "", brandId: "", orderId: "", amountMinor: minor(amount) });

it("leaves out sides of nothing, and books nothing when nothing moves", () => {
  expect(posting(head, [line(5), line(0), line(-5)])?.lines).toHaveLength(2);
  expect(posting(head, [line(0)])).toBeNull();
});

it("refuses sides that do not balance", () => {
  expect(() => posting(head, [line(5), line(-4)])).toThrow("does not balance: 1");
});

it("names each account once, and knows no negative zero", () => {
  expect(new Set(ACCOUNTS).size).toBe(ACCOUNTS.length);
  expect(Object.is(less(minor(0)), 0)).toBe(true);
});
