import { expect, it } from "vitest";
import type { Currency } from "~/domain/kernel/currency";
import { checkEnd, checkLink, describeFault, EMPTY_CHAIN, type Link } from "~/domain/ledger/chain";

const EUR = "EUR" as Currency;

function link(seq: number, change: Partial<Link> = {}): Link {
  const previousHash = seq === 1 ? EMPTY_CHAIN.hash : `h${seq - 1}`;
  return { entryId: `led_${seq}`, currency: EUR, seq, previousHash, hash: `h${seq}`, isHashTrue: true, ...change };
}

it("passes over entries that follow one another", () => {
  expect(checkLink(EMPTY_CHAIN, link(1))).toEqual([]);
  expect(checkLink(link(1), link(2))).toEqual([]);
});

it("names an entry that says something else than when it was booked", () => {
  expect(checkLink(link(1), link(2, { isHashTrue: false })).map(describeFault)).toEqual(["EUR 2 changed led_2"]);
});

it("names each entry that is gone, at the start, between and at the end", () => {
  expect(checkLink(EMPTY_CHAIN, link(2)).map(describeFault)).toEqual(["EUR 1 missing"]);
  expect(checkLink(link(1), link(4)).map(describeFault)).toEqual(["EUR 2 missing", "EUR 3 missing"]);
  expect(checkEnd(EUR, { last: link(2), remembered: link(4) }).map(describeFault)).toEqual(["EUR 3 missing", "EUR 4 missing"]);
});

it("names an entry that was rewritten whole: it no longer follows the one before, or the next no longer follows it", () => {
  expect(checkLink(link(1), link(2, { previousHash: "hx" })).map(describeFault)).toEqual(["EUR 2 out of line led_2"]);
  expect(checkLink(link(1, { hash: "hx" }), link(2)).map(describeFault)).toEqual(["EUR 2 out of line led_2"]);
});

it("tells when the last entry is not the one the books remember", () => {
  expect(checkEnd(EUR, { last: link(2), remembered: link(2) })).toEqual([]);
  expect(checkEnd(EUR, { last: link(2, { hash: "hx" }), remembered: link(2) }).map(describeFault)).toEqual(["EUR 2 wrong end"]);
  expect(checkEnd(EUR, { last: link(3), remembered: link(2) }).map(describeFault)).toEqual(["EUR 3 wrong end"]);
});
