import { sql } from "kysely";
import { describeFault } from "~/domain/ledger/chain";
import { checkChains } from "../ledger-chain";
import type { Queryable } from "../open";
import { type Invariant, offenders } from "./invariant";

/** The books. */
export const LEDGER_INVARIANTS: readonly Invariant[] = [
  {
    id: "ledger.balanced",
    title: "Every entry balances, in one currency",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select e.id as row from ledger_entries e left join ledger_lines l on l.entry_id = e.id
          group by e.id having coalesce(sum(l.amount_minor), 1) <> 0
        union all select e.id from ledger_entries e join ledger_lines l on l.entry_id = e.id where l.currency <> e.currency`,
      ),
  },
  {
    id: "ledger.sums_to_zero",
    title: "All accounts of a currency together hold nothing",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select currency || ' ' || sum(amount_minor) as row from ledger_lines group by currency having sum(amount_minor) <> 0`,
      ),
  },
  {
    id: "ledger.chain",
    title: "Every entry is as it was booked, and none is gone",
    severity: "critical",
    check: async (q) => (await checkChains(q)).flatMap((chain) => chain.faults).map(describeFault),
  },
  {
    id: "ledger.accruals",
    title: "Every commission and every reversal stands in the books with its amount, and back",
    severity: "critical",
    check: async (q) => [
      ...(await differing(q, sql`select id, accrued_minor as amount from commissions`, bookedOn("commission.accrued"))),
      ...(await differing(
        q,
        sql`select commission_id as id, -amount_minor as amount from commission_reversals`,
        bookedOn("commission.reversed"),
      )),
    ],
  },
  {
    id: "ledger.pending",
    title: "What the books hold as pending for an affiliate is their open commissions less what is back of them",
    severity: "critical",
    check: (q) =>
      differing(
        q,
        sql`select affiliate_id || ' ' || currency as id, accrued_minor as amount from commissions where state in ('pending', 'held')
        union all select r.affiliate_id || ' ' || c.currency, -r.amount_minor from commission_reversals r
          join commissions c on c.id = r.commission_id where c.state in ('pending', 'held')`,
        sql`select owner_id || ' ' || currency as id, amount_minor as amount from ledger_lines where account = 'affiliate_pending'`,
      ),
  },
  {
    id: "ledger.payments",
    title: "Every capture and every settlement of the provider stands in the books with its amount, and back",
    severity: "critical",
    check: async (q) => [
      ...(await differing(
        q,
        sql`select order_id as id, -amount_minor as amount from payment_facts where kind = 'captured'`,
        sql`select l.order_id as id, l.amount_minor as amount from ledger_entries e join ledger_lines l on l.entry_id = e.id
          where e.kind = 'payment.captured' and l.account = 'provider_clearing'`,
      )),
      ...(await differing(
        q,
        sql`select id, gross_minor as amount from provider_settlements`,
        sql`select e.subject_id as id, l.amount_minor as amount from ledger_entries e join ledger_lines l on l.entry_id = e.id
          where e.kind = 'provider.settled' and l.account = 'provider_clearing'`,
      )),
    ],
  },
  {
    id: "ledger.sources",
    title: "Every entry comes from an event of the kind that books it",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select e.id || ' ' || e.kind || ' from ' || v.type as row from ledger_entries e join events v on v.id = e.source_event_id
          where (e.kind = 'commission.accrued' and v.type <> 'order.placed')
            or (e.kind = 'commission.reversed' and v.type <> 'order.lines_canceled')
            or (e.kind = 'payment.captured' and v.type <> 'payment.captured')
            or (e.kind = 'provider.settled' and v.type <> 'provider.settled')`,
      ),
  },
];

/** Ids whose amounts by the records and by the books do not cancel each other out. */
function differing(q: Queryable, records: ReturnType<typeof sql>, books: ReturnType<typeof sql>): Promise<readonly string[]> {
  return offenders(
    q,
    sql`select id || ' ' || sum(amount) as row from (${records} union all ${books}) as both_sides group by id having sum(amount) <> 0`,
  );
}

/** What entries of a kind book on the affiliates' accounts, by their subject. */
function bookedOn(kind: "commission.accrued" | "commission.reversed") {
  return sql`select e.subject_id as id, l.amount_minor as amount from ledger_entries e join ledger_lines l on l.entry_id = e.id
    where e.kind = ${kind} and l.account in ('affiliate_pending', 'affiliate_payable')`;
}
