import { type Kysely, sql } from "kysely";

/** Tables of people, brands, catalogue, events, imported history and projections. A landed migration is stone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const ACCOUNTS = [
  `create table people (id text not null primary key, name text not null, email text not null unique, email_verified bigint not null default 0,
    image text, locale text, created_at text not null, updated_at text not null)`,
  `create table sessions (id text not null primary key, person_id text not null references people (id) on delete cascade, token text not null unique,
    expires_at text not null, ip_address text, user_agent text, created_at text not null, updated_at text not null)`,
  `create index sessions_by_person on sessions (person_id)`,
  `create table credentials (id text not null primary key, person_id text not null references people (id) on delete cascade, account_id text not null,
    provider_id text not null, access_token text, refresh_token text, id_token text, access_token_expires_at text,
    refresh_token_expires_at text, scope text, password text, created_at text not null, updated_at text not null,
    unique (provider_id, account_id))`,
  `create index credentials_by_person on credentials (person_id)`,
  `create table verifications (id text not null primary key, identifier text not null, value text not null, expires_at text not null,
    created_at text not null, updated_at text not null)`,
  `create index verifications_by_identifier on verifications (identifier)`,
  `create table operators (person_id text not null primary key references people (id), created_at bigint not null)`,
  `create table affiliates (id text not null primary key, person_id text unique references people (id), handle text not null unique,
    name text not null, created_at bigint not null)`,
];

const BRANDS = [
  `create table brands (id text not null primary key, slug text not null unique, name text not null, currency text not null, timezone text not null,
    country text not null, status text not null check (status in ('invited', 'onboarding', 'live', 'suspended')),
    tax_inclusive bigint not null check (tax_inclusive in (0, 1)), created_at bigint not null, version bigint not null default 1)`,
  `create table brand_staff (brand_id text not null references brands (id), person_id text not null references people (id),
    role text not null check (role in ('owner', 'manager', 'fulfilment', 'analyst')), created_at bigint not null,
    primary key (brand_id, person_id))`,
  `create index brand_staff_by_person on brand_staff (person_id)`,
  `create table programs (id text not null primary key, brand_id text not null unique references brands (id),
    status text not null check (status in ('draft', 'open', 'paused', 'ended')), rate_bps bigint not null check (rate_bps between 0 and 10000),
    window_days bigint not null check (window_days between 1 and 365), created_at bigint not null, version bigint not null default 1)`,
  `create table partnerships (id text not null primary key, program_id text not null references programs (id),
    brand_id text not null references brands (id), affiliate_id text not null references affiliates (id),
    status text not null check (status in ('applied', 'approved', 'rejected', 'paused', 'ended', 'banned')),
    applied_at bigint not null, decided_at bigint, version bigint not null default 1, unique (program_id, affiliate_id))`,
  `create index partnerships_by_brand on partnerships (brand_id, status)`,
  `create index partnerships_by_affiliate on partnerships (affiliate_id)`,
];

const CATALOG = [
  `create table products (id text not null primary key, brand_id text not null references brands (id), handle text not null, title text not null,
    description text not null, vendor text not null, category text not null,
    status text not null check (status in ('draft', 'active', 'archived', 'not_for_sale')), options text not null,
    created_at bigint not null, updated_at bigint not null, version bigint not null default 1, unique (brand_id, handle))`,
  `create table product_images (id text not null primary key, brand_id text not null, product_id text not null references products (id) on delete cascade,
    url text not null, alt text not null, position bigint not null, unique (product_id, position))`,
  `create table variants (id text not null primary key, brand_id text not null, product_id text not null references products (id) on delete cascade,
    option_values text not null, sku text, barcode text, price_minor bigint not null check (price_minor >= 0),
    compare_at_minor bigint check (compare_at_minor >= 0), image_url text, position bigint not null, unique (product_id, option_values))`,
  `create index variants_by_brand_sku on variants (brand_id, sku)`,
  `create table stock_levels (variant_id text not null primary key references variants (id) on delete cascade, brand_id text not null,
    on_hand bigint not null, reserved bigint not null default 0, version bigint not null default 1,
    check (reserved >= 0 and on_hand >= reserved))`,
  `create table stock_movements (id text not null primary key, brand_id text not null, variant_id text not null,
    quantity bigint not null check (quantity <> 0), reason text not null, source_id text not null, created_at bigint not null)`,
  `create index stock_movements_by_variant on stock_movements (variant_id, created_at)`,
  `create table catalog_imports (id text not null primary key, brand_id text not null references brands (id), requested_by text,
    file_name text not null, format text not null, state text not null check (state in ('queued', 'running', 'done', 'refused', 'failed')),
    body text not null, rows_done bigint not null default 0, result text, created_at bigint not null, finished_at bigint)`,
  `create index catalog_imports_by_brand on catalog_imports (brand_id, created_at)`,
];

const EVENTS = [
  `create table events (id text not null primary key, brand_id text, type text not null, subject_id text not null, occurred_at bigint not null,
    recorded_at bigint not null, payload text not null)`,
  `create index events_by_brand on events (brand_id, type, occurred_at)`,
  `create index events_by_subject on events (subject_id)`,
  `create table outbox (consumer text not null, event_id text not null references events (id), brand_id text, recorded_at bigint not null,
    state text not null check (state in ('waiting', 'leased', 'dead')), available_at bigint not null, batch_id text, lease_until bigint,
    attempts bigint not null default 0, last_error text, primary key (consumer, event_id))`,
  `create index outbox_by_state on outbox (consumer, state, available_at)`,
  `create index outbox_by_batch on outbox (batch_id)`,
  `create index outbox_by_brand on outbox (brand_id, consumer, recorded_at)`,
  `create table processed (consumer text not null, event_id text not null references events (id), brand_id text not null,
    batch_no bigint not null, processed_at bigint not null, primary key (consumer, event_id))`,
  `create index processed_by_brand on processed (brand_id, consumer, batch_no)`,
  `create table history_rows (brand_id text not null, source text not null, invoice text not null, ordinal bigint not null,
    digest text not null, kind text not null, product_id text, event_id text, imported_at bigint not null,
    primary key (brand_id, source, invoice, ordinal))`,
];

const PROJECTIONS = [
  `create table sales_by_quarter (brand_id text not null, bucket bigint not null, orders bigint not null, units bigint not null,
    gross_minor bigint not null, discount_minor bigint not null, refund_minor bigint not null, primary key (brand_id, bucket))`,
  `create table product_sales_by_quarter (brand_id text not null, product_id text not null, bucket bigint not null, orders bigint not null,
    units bigint not null, gross_minor bigint not null, discount_minor bigint not null, refund_minor bigint not null,
    primary key (brand_id, bucket, product_id))`,
  `create table projection_versions (brand_id text not null primary key, version bigint not null, folded_at bigint not null)`,
];

const HOUSEKEEPING = [
  `create table idempotency_keys (scope text not null, key text not null, request_hash text not null, response text not null,
    created_at bigint not null, primary key (scope, key))`,
  `create table rate_limits (key text not null, window_start bigint not null, hits bigint not null, primary key (key, window_start))`,
  `create table schedule_runs (name text not null, slot bigint not null, started_at bigint not null, primary key (name, slot))`,
  `create table audit_runs (id text not null primary key, started_at bigint not null, finished_at bigint not null, findings text not null)`,
  `create table processes (id text not null primary key, kind text not null, started_at bigint not null, seen_at bigint not null)`,
  `create table progress (key text not null primary key, done bigint not null, total bigint not null, state text not null, updated_at bigint not null)`,
];

const STATEMENTS = [...ACCOUNTS, ...BRANDS, ...CATALOG, ...EVENTS, ...PROJECTIONS, ...HOUSEKEEPING];
