import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";

type Value = string | number | null;

/** The provider's own database: one process writes it, and nobody else opens it. */
export type Books = {
  readonly get: <Row>(text: string, ...values: readonly Value[]) => Row | undefined;
  readonly all: <Row>(text: string, ...values: readonly Value[]) => readonly Row[];
  /** How many rows changed. */
  readonly run: (text: string, ...values: readonly Value[]) => number;
  /** All of `work` or nothing; on disk when it returns. */
  readonly transaction: <Result>(work: () => Result) => Result;
  /**
   * The same, sharing one commit with whatever else was asked for in this turn of the event loop: waiting for the
   * disk is most of what a call costs. Work that throws undoes itself alone.
   */
  readonly together: <Result>(work: () => Result) => Promise<Result>;
  readonly close: () => void;
};

const TABLES = [
  `create table if not exists cards (id text primary key, brand text not null, last4 text not null, expires text not null,
    fingerprint text not null, behaviour text not null, set_up integer not null default 0, created_at integer not null) strict`,
  `create table if not exists entries (id text primary key, entry_key text not null unique, customer text, card_id text references cards (id),
    created_at integer not null) strict`,
  `create table if not exists tokens (token text primary key, card_id text not null unique references cards (id), customer text not null,
    forgotten integer not null default 0, created_at integer not null) strict`,
  `create table if not exists groups (id text primary key, source text not null, card_id text references cards (id), saved integer not null,
    return_url text not null, challenge_id text unique, challenge_answer text, created_at integer not null) strict`,
  `create table if not exists payments (id text primary key, group_id text references groups (id), position integer not null,
    state text not null check (state in ('action_required', 'authorised', 'declined', 'canceled', 'captured')), decline_reason text,
    currency text, amount_minor integer not null, captured_minor integer not null default 0, statement_name text not null,
    dispute_reason text, dispute_state text, changed_at integer not null, change_seq integer not null unique) strict`,
  `create index if not exists payments_by_group on payments (group_id, position)`,
  `create table if not exists refunds (id text primary key, payment_id text not null references payments (id), amount_minor integer not null,
    state text not null check (state in ('pending', 'succeeded', 'failed')), created_at integer not null) strict`,
  `create index if not exists refunds_by_payment on refunds (payment_id, created_at)`,
  `create table if not exists movements (seq integer primary key autoincrement, payment_id text not null references payments (id),
    kind text not null check (kind in ('capture', 'refund', 'refund_failed')), currency text not null, amount_minor integer not null,
    at integer not null, settlement_id text references settlements (id)) strict`,
  `create index if not exists movements_unsettled on movements (at) where settlement_id is null`,
  `create table if not exists settlements (seq integer primary key autoincrement, id text not null unique, currency text not null,
    gross_minor integer not null, cost_minor integer not null, settled_at integer not null) strict`,
  `create table if not exists follow_ups (seq integer primary key autoincrement, at integer not null,
    kind text not null check (kind in ('refund_succeeds', 'refund_fails', 'dispute_opens')), payment_id text not null, refund_id text) strict`,
  `create index if not exists follow_ups_by_time on follow_ups (at)`,
  `create table if not exists webhooks (seq integer primary key autoincrement, id text not null unique, payment_id text not null,
    made_at integer not null, attempts integer not null default 0, next_at integer,
    state text not null default 'waiting' check (state in ('waiting', 'delivered', 'dropped', 'given_up'))) strict`,
  `create index if not exists webhooks_waiting on webhooks (next_at) where state = 'waiting'`,
];

/** Opens `provider.db` in the folder, made when missing; what was committed survives a loss of power. */
export function openBooks(dataDir: string): Books {
  mkdirSync(dataDir, { recursive: true });
  const raw = new Sqlite(join(dataDir, "provider.db"));
  raw.pragma("journal_mode = WAL");
  raw.pragma("synchronous = FULL");
  raw.pragma("foreign_keys = ON");
  for (const table of TABLES) raw.exec(table);
  const prepared = new Map<string, Sqlite.Statement>();
  const statement = (text: string): Sqlite.Statement => {
    const known = prepared.get(text) ?? raw.prepare(text);
    prepared.set(text, known);
    return known;
  };
  return {
    get: <Row>(text: string, ...values: readonly Value[]) => statement(text).get(...values) as Row | undefined,
    all: <Row>(text: string, ...values: readonly Value[]) => statement(text).all(...values) as Row[],
    run: (text, ...values) => statement(text).run(...values).changes,
    transaction: (work) => raw.transaction(work).immediate(),
    together: groupCommit(raw),
    close: () => raw.close(),
  };
}

type Waiting = { readonly run: () => void; readonly settle: () => void; readonly fail: (error: unknown) => void };

/** Each work runs in a savepoint of one transaction; answers are given after its commit. */
function groupCommit(raw: Sqlite.Database): Books["together"] {
  let waiting: Waiting[] = [];
  const flush = (): void => {
    const batch = waiting;
    waiting = [];
    try {
      raw.transaction(() => batch.forEach(({ run }) => void run())).immediate();
    } catch (error) {
      for (const { fail } of batch) fail(error);
      return;
    }
    for (const { settle } of batch) settle();
  };
  return <Result>(work: () => Result) =>
    new Promise<Result>((resolve, reject) => {
      let settle = (): void => reject(new Error("The work was never run."));
      const run = (): void => {
        try {
          const result = raw.transaction(work)();
          settle = () => resolve(result);
        } catch (error) {
          settle = () => reject(error);
        }
      };
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ run, settle: () => settle(), fail: reject });
    });
}
