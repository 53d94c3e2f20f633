import { type Kysely, sql } from "kysely";

/** Posts, links, visitors and their touches. A landed migration is stone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const POSTS = [
  `create table posts (id text not null primary key, affiliate_id text references affiliates (id), brand_id text references brands (id),
    caption text not null, picture_url text not null, alt text not null, width bigint not null, height bigint not null,
    paid bigint not null check (paid in (0, 1)), published_at bigint not null, version bigint not null default 1,
    check ((affiliate_id is null) <> (brand_id is null)))`,
  `create index posts_by_time on posts (published_at)`,
  `create index posts_by_affiliate on posts (affiliate_id, published_at)`,
  `create table post_tags (id text not null primary key, post_id text not null references posts (id), brand_id text not null references brands (id),
    product_id text not null references products (id), variant_id text references variants (id), x_ppm bigint not null check (x_ppm between 0 and 1000000),
    y_ppm bigint not null check (y_ppm between 0 and 1000000), position bigint not null, unique (post_id, position))`,
  `create index post_tags_by_product on post_tags (product_id)`,
  `create table follows (person_id text not null references people (id), affiliate_id text not null references affiliates (id),
    created_at bigint not null, primary key (person_id, affiliate_id))`,
];

const LINKS = [
  `create table links (id text not null primary key, slug text not null unique, affiliate_id text not null references affiliates (id),
    kind text not null check (kind in ('product', 'post', 'brand', 'page')), path text not null, brand_id text references brands (id),
    product_id text references products (id), post_id text references posts (id), sub1 text, sub2 text, sub3 text, sub4 text, sub5 text,
    utm text not null, created_at bigint not null)`,
  `create index links_by_affiliate on links (affiliate_id, created_at)`,
];

const VISITORS = [
  `create table visitors (id text not null primary key, created_at bigint not null, withdrawn_at bigint)`,
  `create table visitor_people (visitor_id text not null references visitors (id), person_id text not null references people (id),
    joined_at bigint not null, primary key (visitor_id, person_id))`,
  `create index visitor_people_by_person on visitor_people (person_id)`,
  `create table visitor_touches (visitor_id text not null references visitors (id), touch_id text not null, primary key (visitor_id, touch_id))`,
];

/** No foreign key on what a click names: the log takes what happened, and is written on the hottest path. */
const INTERACTIONS = [
  `create table interactions (id text not null primary key, batch_id text not null, kind text not null, at bigint not null, visitor_id text,
    session_id text, brand_id text, product_id text, post_id text, checkout_id text, device text not null, in_app text, detail text)`,
  `create index interactions_by_batch on interactions (batch_id)`,
  `create table touches (id text not null primary key, batch_id text not null, at bigint not null, channel text not null check (channel in
    ('link', 'post', 'storefront', 'coupon')), affiliate_id text not null, link_id text, post_id text, tag_id text, visitor_id text, person_id text,
    device text not null, in_app text, referrer text)`,
  `create index touches_by_batch on touches (batch_id)`,
  `create index touches_by_visitor on touches (visitor_id, at) where visitor_id is not null`,
  `create index touches_by_person on touches (person_id, at) where person_id is not null`,
  `create index touches_by_link on touches (link_id, at) where link_id is not null`,
  `create table touch_targets (touch_id text not null references touches (id), brand_id text not null, product_id text not null,
    affiliate_id text not null, disqualified text, primary key (touch_id, brand_id, product_id))`,
  `create index touch_targets_by_brand on touch_targets (brand_id, touch_id)`,
];

const ROLLUPS = [
  `create table credit_by_quarter (brand_id text not null, bucket bigint not null, affiliate_id text not null, channel text not null,
    link_id text not null, post_id text not null, raw_clicks bigint not null, clicks bigint not null, orders_ppm bigint not null,
    units bigint not null, sales_minor bigint not null, sales_back_minor bigint not null, accrued_minor bigint not null,
    reversed_minor bigint not null, click_orders_ppm bigint not null, click_accrued_minor bigint not null,
    click_reversed_minor bigint not null, primary key (brand_id, bucket, affiliate_id, channel, link_id, post_id))`,
  `create index credit_by_affiliate on credit_by_quarter (affiliate_id, bucket)`,
];

const STATEMENTS = [...POSTS, ...LINKS, ...VISITORS, ...INTERACTIONS, ...ROLLUPS];
