import { expect, it } from "vitest";
import type { Bps } from "~/domain/kernel/branded";
import { minor } from "~/domain/kernel/money";
import { captureFees, feeBack } from "~/domain/ledger/fees";

it("takes the fee line by line, each rounded half away from zero", () => {
  expect(captureFees(500 as Bps, [minor(4_498), minor(10), minor(9)])).toEqual([225, 1, 0]);
});

it("gives a fee back cumulatively, so that a full refund gives back all of it", () => {
  const first = feeBack(minor(225), { capturedBaseMinor: minor(4_498), before: minor(0), after: minor(2_249) });
  const second = feeBack(minor(225), { capturedBaseMinor: minor(4_498), before: minor(2_249), after: minor(4_498) });
  expect([first, second]).toEqual([113, 112]);
});
