import { expect, it } from "vitest";
import { orderNumber, parseOrderNumber } from "~/domain/orders/order-number";

const secrets = Array.from({ length: 5_000 }, (_, at) => `secret-${at}`);

it("is one letter or digit, a hyphen and four more that nobody mixes up", () => {
  for (const secret of secrets.slice(0, 200))
    expect(orderNumber(secret, 0)).toMatch(/^[34679ACDEFGHJKMNPQRTWXY]-[34679ACDEFGHJKMNPQRTWXY]{4}$/);
});

it("scatters: of 5 000 numbers no more are the same than chance makes so", () => {
  const numbers = new Set(secrets.map((secret) => orderNumber(secret, 0)));
  expect(secrets.length - numbers.size).toBeLessThan(12);
  const firsts = new Set(secrets.map((secret) => orderNumber(secret, 0)[0]));
  expect(firsts.size).toBe(23);
});

it("differs with each try and grows from the third on", () => {
  const tries = [0, 1, 2, 3].map((attempt) => orderNumber("one secret", attempt));
  expect(new Set(tries).size).toBe(4);
  expect(tries.map((number) => number.length)).toEqual([6, 6, 7, 8]);
});

it("is read as people type it", () => {
  const number = orderNumber("one secret", 0);
  expect(parseOrderNumber(` ${number.toLowerCase().replace("-", " ")} `)).toBe(number);
  expect(["", "C-7F", "O-7F3K", "C-7F3K7F3K7F3K7F3KX"].map(parseOrderNumber)).toEqual([undefined, undefined, undefined, undefined]);
});
