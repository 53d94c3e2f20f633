import { type Kysely, sql } from "kysely";

/** Commission rules, decisions, commissions and the ledger. A landed migration is stone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const PROGRAMS = [
  `create table commission_rules (id text not null primary key, program_id text not null references programs (id), brand_id text not null,
    effective_from bigint not null, rate_bps bigint not null check (rate_bps between 0 and 10000), created_at bigint not null,
    created_by text)`,
  `create index commission_rules_by_program on commission_rules (program_id, effective_from)`,
  `insert into commission_rules (id, program_id, brand_id, effective_from, rate_bps, created_at)
    select 'rul_' || id, id, brand_id, created_at, rate_bps, created_at from programs`,
  `alter table programs drop column rate_bps`,
  `alter table programs add column next_seq bigint not null default 1`,
  `alter table programs add column decided_seq bigint not null default 0`,
  `alter table programs add column credit_scope text not null default 'product_then_brand'`,
  `alter table programs add column credit_model text not null default 'last_touch'`,
];

const COMMISSIONS = [
  `create table decisions (id text not null primary key, order_id text not null references orders (id), order_line_id text not null
    references order_lines (id), brand_id text not null, program_id text not null, affiliate_id text not null references affiliates (id),
    commission_minor bigint not null check (commission_minor >= 0), reason text, explanation text not null, decided_at bigint not null,
    unique (order_line_id, affiliate_id), check ((commission_minor > 0) or (reason is not null)))`,
  `create index decisions_by_affiliate on decisions (affiliate_id, decided_at)`,
  `create index decisions_by_brand on decisions (brand_id, decided_at)`,
  `create table commissions (id text not null primary key, decision_id text not null references decisions (id), order_id text not null,
    order_line_id text not null references order_lines (id), brand_id text not null, affiliate_id text not null, currency text not null,
    state text not null check (state in ('pending', 'approved', 'in_payout', 'paid', 'held', 'rejected')), accrued_minor bigint not null
    check (accrued_minor > 0), accrued_at bigint not null, version bigint not null default 1, unique (order_line_id, affiliate_id))`,
  `create index commissions_by_affiliate on commissions (affiliate_id, accrued_at)`,
  `create index commissions_by_brand on commissions (brand_id, accrued_at)`,
  `create table commission_parts (commission_id text not null references commissions (id), touch_id text not null, brand_id text not null,
    affiliate_id text not null, position bigint not null, ppm bigint not null, accrued_minor bigint not null, primary key (commission_id, touch_id))`,
  `create table commission_reversals (id text not null primary key, commission_id text not null references commissions (id), touch_id text not null,
    order_line_id text not null, brand_id text not null, affiliate_id text not null, cause text not null, program_seq bigint not null,
    amount_minor bigint not null check (amount_minor > 0), reversed_at bigint not null, unique (commission_id, touch_id, program_seq))`,
  `create index commission_reversals_by_affiliate on commission_reversals (affiliate_id, reversed_at)`,
];

const LEDGER = [
  `create table ledger_heads (currency text not null primary key, seq bigint not null, hash text not null)`,
  `create table ledger_entries (id text not null primary key, currency text not null, seq bigint not null, kind text not null,
    source_event_id text not null references events (id), subject_id text not null, occurred_at bigint not null, recorded_at bigint not null,
    previous_hash text not null, hash text not null, unique (currency, seq), unique (source_event_id, kind, subject_id))`,
  `create table ledger_lines (entry_id text not null references ledger_entries (id), line_no bigint not null, account text not null,
    owner_id text not null, brand_id text not null, order_id text not null, currency text not null, amount_minor bigint not null
    check (amount_minor <> 0), primary key (entry_id, line_no))`,
  `create index ledger_lines_by_account on ledger_lines (account, currency, owner_id)`,
  `create index ledger_lines_by_order on ledger_lines (order_id)`,
];

const STATEMENTS = [...PROGRAMS, ...COMMISSIONS, ...LEDGER];
