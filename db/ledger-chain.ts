import type { Currency } from "~/domain/kernel/currency";
import { type ChainEnd, type ChainFault, checkEnd, checkLink, EMPTY_CHAIN } from "~/domain/ledger/chain";
import type { Queryable } from "./open";
import { isHashTrue, listEntries, listHeads } from "./queries/ledger";

/** Entries read at a time: bounded memory. */
const PAGE = 500;

/** A currency's chain after every entry was held against the one before it. */
export type CheckedChain = {
  readonly currency: Currency;
  readonly entries: number;
  readonly hash: string;
  readonly faults: readonly ChainFault[];
};

/** Walks the whole chain of every currency; each fault names a row that was changed, is gone, or does not follow. */
export async function checkChains(q: Queryable): Promise<readonly CheckedChain[]> {
  const checked: CheckedChain[] = [];
  const heads = new Map<Currency, ChainEnd>((await listHeads(q)).map((head) => [head.currency, head]));
  for (const currency of await listBookedCurrencies(q)) heads.set(currency, heads.get(currency) ?? EMPTY_CHAIN);
  for (const [currency, remembered] of heads) checked.push(await checkChain(q, currency, remembered));
  return checked;
}

async function listBookedCurrencies(q: Queryable): Promise<readonly Currency[]> {
  const rows = await q.selectFrom("ledger_entries").select("currency").distinct().orderBy("currency").execute();
  return rows.map((row) => row.currency as Currency);
}

async function checkChain(q: Queryable, currency: Currency, remembered: ChainEnd): Promise<CheckedChain> {
  const faults: ChainFault[] = [];
  let last: ChainEnd = EMPTY_CHAIN;
  let entries = 0;
  for (;;) {
    const page = await listEntries(q, { currency, afterSeq: last.seq, limit: PAGE });
    for (const entry of page) {
      faults.push(...checkLink(last, { ...entry, isHashTrue: isHashTrue(entry) }));
      last = entry;
    }
    entries += page.length;
    if (page.length < PAGE) break;
  }
  return { currency, entries, hash: last.hash, faults: [...faults, ...checkEnd(currency, { last, remembered })] };
}
