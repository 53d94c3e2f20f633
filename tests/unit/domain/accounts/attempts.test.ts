import { expect, it } from "vitest";
import { LIMITS, secondsToNextWindow, windowStart } from "~/domain/accounts/attempts";
import { instant } from "~/domain/kernel/instant";

const START = Date.UTC(2026, 10, 1);

it("begins windows on whole multiples of their length", () => {
  expect(windowStart(instant(START), 900_000)).toBe(START);
  expect(windowStart(instant(START + 899_999), 900_000)).toBe(START);
  expect(windowStart(instant(START + 900_000), 900_000)).toBe(START + 900_000);
});

it("waits until the next window, in whole seconds and at least one", () => {
  expect(secondsToNextWindow(instant(START), 900_000)).toBe(900);
  expect(secondsToNextWindow(instant(START + 1), 900_000)).toBe(900);
  expect(secondsToNextWindow(instant(START + 899_999), 900_000)).toBe(1);
});

it("allows an address more than one account, as several people share one", () => {
  for (const { perAccount, perAddress } of Object.values(LIMITS)) expect(perAddress).toBeGreaterThan(perAccount);
});
