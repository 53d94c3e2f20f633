import { expect, it } from "vitest";
import { hmacTouchTokens } from "~/adapters/touch-tokens/hmac-touch-tokens";
import type { TouchId } from "~/domain/kernel/branded";

const tokens = hmacTouchTokens("s".repeat(40));
const ids = ["tch_01", "tch_02"] as TouchId[];

it("reads what it signed, in order", () => {
  expect(tokens.read(tokens.sign(ids))).toEqual(ids);
});

it("needs no escaping in an address", () => {
  for (let at = 0; at < 50; at++) expect(tokens.sign([`tch_${at}` as TouchId])).toMatch(/^[A-Za-z0-9._-]+$/);
});

it("keeps the newest eight", () => {
  const many = Array.from({ length: 12 }, (_, at) => `tch_${at}` as TouchId);
  expect(tokens.read(tokens.sign(many))).toEqual(many.slice(4));
});

it("reads nothing that was changed, or signed by another secret", () => {
  const signed = tokens.sign(ids);
  const forged = [
    "",
    ".",
    "tch_01",
    signed.replace("tch_01", "tch_03"),
    signed.replace("tch_01.", ""),
    `${signed}A`,
    signed.slice(0, -1),
    `tch_09.${signed}`,
    hmacTouchTokens("t".repeat(40)).sign(ids),
    `${"a".repeat(700)}.${signed}`,
  ];
  for (const text of forged) expect([text, tokens.read(text)]).toEqual([text, []]);
});
