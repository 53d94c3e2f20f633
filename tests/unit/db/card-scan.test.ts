import { describe, expect, it } from "vitest";
import { holdsCardNumber } from "~db/card-scan";

describe("holdsCardNumber", () => {
  it("sees numbers of every network, however they are grouped", () => {
    const numbers = [
      "4242424242424242",
      "5555 5555 5555 4444",
      "3782-822463-10005",
      "6011111111111117",
      "3566002020360505",
      "30569309025904",
      "2223003122003222",
    ];
    for (const number of numbers) expect([number, holdsCardNumber(`pay with ${number} please`)]).toEqual([number, true]);
  });

  it("does not take other long numbers for cards", () => {
    const texts = [
      "4242424242424241",
      "1793527620000",
      "9780201379624",
      "0.4242424242424242",
      "42424242424242424242424",
      "evt_0000004242",
      "123456789012345678901234567890",
    ];
    for (const text of texts) expect([text, holdsCardNumber(text)]).toEqual([text, false]);
  });
});

it("does not take the digits within our own identifiers for a card number", () => {
  expect(holdsCardNumber('{"productId":"prd_01a202c7a4242424242424242a596858"}')).toBe(false);
  expect(holdsCardNumber('{"productId":"prd_01a202c7a4242424242424242a596858","note":"4242424242424242"}')).toBe(true);
});
