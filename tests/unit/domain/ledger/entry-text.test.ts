import { expect, it } from "vitest";
import type { EventId, Instant } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import { minor } from "~/domain/kernel/money";
import { entryText, FIRST_HASH } from "~/domain/ledger/entry-text";
import { less, type Posting } from "~/domain/ledger/posting";

const place = {
  entryId: "led_1",
  seq: 1,
  sourceEventId: "evt_1" as EventId,
  occurredAt: 5 as Instant,
  recordedAt: 6 as Instant,
  previousHash: FIRST_HASH,
};
const entry: Posting = {
  kind: "fees.withdrawn",
  currency: "EUR" as Currency,
  subjectId: "wdr_1",
  lines: [
    { account: "platform_fees", ownerId: "", brandId: "", orderId: "", amountMinor: minor(112) },
    { account: "cash", ownerId: "", brandId: "", orderId: "", amountMinor: less(minor(112)) },
  ],
};

it("says all of an entry in one order: this text is what books of all times are hashed from", () => {
  expect(entryText(place, entry)).toBe(
    `["${"0".repeat(64)}","led_1","EUR",1,"fees.withdrawn","evt_1","wdr_1",5,6,[["platform_fees","","","",112],["cash","","","",-112]]]`,
  );
});

it("changes with everything that is said", () => {
  const [first, second] = entry.lines;
  if (first === undefined || second === undefined) throw new Error("two sides");
  const texts = [
    entryText(place, entry),
    entryText({ ...place, seq: 2 }, entry),
    entryText({ ...place, occurredAt: 7 as Instant }, entry),
    entryText({ ...place, previousHash: "f".repeat(64) }, entry),
    entryText(place, { ...entry, subjectId: "wdr_2" }),
    entryText(place, { ...entry, lines: [second, first] }),
    entryText(place, { ...entry, lines: [{ ...first, amountMinor: minor(113) }, second] }),
  ];
  expect(new Set(texts).size).toBe(texts.length);
});
