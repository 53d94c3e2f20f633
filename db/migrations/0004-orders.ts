import { type Kysely, sql } from "kysely";

/** Bags, checkouts, orders, payments and what a shop needs to take them. A landed migration is stone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const SHOPS = [
  `alter table brands add column legal_name text not null default ''`,
  `alter table brands add column cancel_window_minutes bigint not null default 30`,
  `alter table brands add column fee_bps bigint not null default 500`,
  `alter table products add column tax_class text not null default 'standard'`,
  `create table tax_rates (brand_id text not null references brands (id), country text not null, tax_class text not null,
    rate_bps bigint not null check (rate_bps between 0 and 10000), primary key (brand_id, country, tax_class))`,
  `create table shipping_options (id text not null primary key, brand_id text not null references brands (id), name text not null,
    carrier text not null, country text not null, amount_minor bigint not null check (amount_minor >= 0), min_days bigint not null,
    max_days bigint not null, position bigint not null, unique (brand_id, country, position))`,
];

/** A bag's line and a reservation outlive their variant: a catalogue import may remove it at any moment. */
const BAGS = [
  `create table bags (id text not null primary key, token_hash text not null unique, person_id text, created_at bigint not null,
    updated_at bigint not null, version bigint not null default 1)`,
  `create index bags_by_person on bags (person_id)`,
  `create table bag_lines (bag_id text not null references bags (id), variant_id text not null, brand_id text not null,
    quantity bigint not null check (quantity between 1 and 99), seen_price_minor bigint not null, added_at bigint not null,
    primary key (bag_id, variant_id))`,
  `create table bag_touches (bag_id text not null references bags (id), touch_id text not null, primary key (bag_id, touch_id))`,
];

const CHECKOUTS = [
  `create table checkouts (id text not null primary key, bag_id text not null references bags (id), person_id text, visitor_id text,
    currency text not null, state text not null check (state in ('open', 'paying', 'placed', 'failed', 'expired')), opened_at bigint not null,
    seen_at bigint not null, inherits_from text, email text, address text, shipping text not null, card_entry_id text, card_token text, save_card bigint not null default 0,
    pay_key text unique, pay_hash text, paid_at bigint, fate text, decided_at bigint, version bigint not null default 1)`,
  `create index checkouts_by_bag on checkouts (bag_id, opened_at)`,
  `create index checkouts_by_state on checkouts (state, seen_at)`,
  `create table checkout_lines (checkout_id text not null references checkouts (id), variant_id text not null, brand_id text not null,
    quantity bigint not null check (quantity between 1 and 99), frozen_at bigint not null, primary key (checkout_id, variant_id))`,
];

const ORDERS = [
  `create table orders (id text not null primary key, number text not null unique, brand_id text not null references brands (id),
    checkout_id text not null references checkouts (id), person_id text, email text not null, currency text not null,
    state text not null check (state in ('awaiting_payment', 'placed', 'failed')), tax_inclusive bigint not null, country text not null,
    address text not null, shipping_name text not null, shipping_carrier text not null, shipping_minor bigint not null,
    shipping_tax_minor bigint not null, shipping_tax_bps bigint not null, total_minor bigint not null, fee_bps bigint not null,
    deliver_from bigint not null, deliver_to bigint not null, created_at bigint not null, placed_at bigint, cancel_until bigint,
    program_seq bigint, new_customer bigint, version bigint not null default 1, unique (checkout_id, brand_id))`,
  `create index orders_by_person on orders (person_id, created_at)`,
  `create index orders_by_brand on orders (brand_id, placed_at)`,
  `create table order_lines (id text not null primary key, order_id text not null references orders (id), brand_id text not null,
    product_id text not null, variant_id text not null, position bigint not null, title text not null, option_text text not null,
    picture_url text, quantity bigint not null check (quantity > 0), unit_price_minor bigint not null, list_minor bigint not null,
    discount_minor bigint not null, paid_minor bigint not null, tax_bps bigint not null, tax_minor bigint not null, gross_minor bigint not null,
    base_minor bigint not null, canceled bigint not null default 0, shipped bigint not null default 0, delivered bigint not null default 0,
    returned bigint not null default 0, touch_path text not null, unique (order_id, position),
    check (canceled >= 0 and shipped >= 0 and canceled + shipped <= quantity and delivered between 0 and shipped and returned between 0 and shipped))`,
  `create index order_lines_by_variant on order_lines (variant_id)`,
  `create table order_line_cancels (id text not null primary key, order_id text not null, order_line_id text not null references order_lines (id),
    brand_id text not null, quantity bigint not null check (quantity > 0), paid_back_minor bigint not null, tax_back_minor bigint not null,
    base_back_minor bigint not null, reason text not null, program_seq bigint not null, canceled_at bigint not null)`,
  `create index order_line_cancels_by_line on order_line_cancels (order_line_id)`,
  `create table reservations (order_id text not null references orders (id), variant_id text not null, brand_id text not null,
    quantity bigint not null check (quantity > 0), state text not null check (state in ('held', 'sold', 'released')), expires_at bigint not null,
    primary key (order_id, variant_id))`,
  `create index reservations_by_variant on reservations (variant_id, state)`,
];

const PAYMENTS = [
  `create table saved_cards (id text not null primary key, person_id text not null references people (id), token text not null unique,
    card_brand text not null, last4 text not null, expires text not null, fingerprint text not null, is_default bigint not null,
    created_at bigint not null)`,
  `create index saved_cards_by_person on saved_cards (person_id)`,
  `create table payments (id text not null primary key, order_id text not null unique references orders (id), checkout_id text not null,
    brand_id text not null, currency text not null, amount_minor bigint not null check (amount_minor >= 0), card text, created_at bigint not null,
    finished bigint not null default 0 check (finished in (0, 1)), next_look_at bigint not null, looks bigint not null default 0,
    version bigint not null default 1)`,
  `create index payments_by_look on payments (finished, next_look_at)`,
  `create index payments_by_checkout on payments (checkout_id)`,
  `create table payment_facts (id text not null primary key, payment_id text not null references payments (id), order_id text not null,
    brand_id text not null, kind text not null, amount_minor bigint not null, reason text, at bigint not null)`,
  `create index payment_facts_by_payment on payment_facts (payment_id, at)`,
  `create unique index payment_facts_one_success on payment_facts (order_id) where kind = 'authorised'`,
  `create unique index payment_facts_one_capture on payment_facts (order_id) where kind = 'captured'`,
  `create table webhook_inbox (id text not null primary key, payment_id text not null, received_at bigint not null)`,
  `create table provider_settlements (id text not null primary key, currency text not null, gross_minor bigint not null, cost_minor bigint not null,
    settled_at bigint not null, recorded_at bigint not null)`,
  `create table provider_cursors (name text not null primary key, cursor text not null, read_at bigint not null)`,
];

const STATEMENTS = [...SHOPS, ...BAGS, ...CHECKOUTS, ...ORDERS, ...PAYMENTS];
