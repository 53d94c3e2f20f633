import type { Generated } from "kysely";

/** Posts, links, visitors, touches, and the rollups of what they brought. Columns as in `../schema.ts`. */
export type TrackingSchema = {
  posts: PostsTable;
  post_tags: PostTagsTable;
  follows: FollowsTable;
  links: LinksTable;
  visitors: VisitorsTable;
  visitor_people: VisitorPeopleTable;
  visitor_touches: VisitorTouchesTable;
  interactions: InteractionsTable;
  touches: TouchesTable;
  touch_targets: TouchTargetsTable;
  credit_by_quarter: CreditByQuarterTable;
};

type PostsTable = {
  id: string;
  affiliate_id: string | null;
  brand_id: string | null;
  caption: string;
  picture_url: string;
  alt: string;
  width: number;
  height: number;
  paid: number;
  published_at: number;
  version: Generated<number>;
};

type PostTagsTable = {
  id: string;
  post_id: string;
  brand_id: string;
  product_id: string;
  variant_id: string | null;
  x_ppm: number;
  y_ppm: number;
  position: number;
};

type FollowsTable = {
  person_id: string;
  affiliate_id: string;
  created_at: number;
};

type LinksTable = {
  id: string;
  slug: string;
  affiliate_id: string;
  kind: string;
  path: string;
  brand_id: string | null;
  product_id: string | null;
  post_id: string | null;
  sub1: string | null;
  sub2: string | null;
  sub3: string | null;
  sub4: string | null;
  sub5: string | null;
  utm: string;
  created_at: number;
};

type VisitorsTable = {
  id: string;
  created_at: number;
  withdrawn_at: number | null;
};

type VisitorPeopleTable = {
  visitor_id: string;
  person_id: string;
  joined_at: number;
};

/** Touches from before the visitor agreed, of the same visit. */
type VisitorTouchesTable = {
  visitor_id: string;
  touch_id: string;
};

type InteractionsTable = {
  id: string;
  batch_id: string;
  kind: string;
  at: number;
  visitor_id: string | null;
  session_id: string | null;
  brand_id: string | null;
  product_id: string | null;
  post_id: string | null;
  checkout_id: string | null;
  device: string;
  in_app: string | null;
  detail: string | null;
};

type TouchesTable = {
  id: string;
  batch_id: string;
  at: number;
  channel: string;
  affiliate_id: string;
  link_id: string | null;
  post_id: string | null;
  tag_id: string | null;
  visitor_id: string | null;
  person_id: string | null;
  device: string;
  in_app: string | null;
  referrer: string | null;
};

type TouchTargetsTable = {
  touch_id: string;
  brand_id: string;
  /** Empty: the whole brand. */
  product_id: string;
  affiliate_id: string;
  disqualified: string | null;
};

type CreditByQuarterTable = {
  brand_id: string;
  bucket: number;
  affiliate_id: string;
  channel: string;
  link_id: string;
  post_id: string;
  raw_clicks: number;
  clicks: number;
  orders_ppm: number;
  units: number;
  sales_minor: number;
  sales_back_minor: number;
  accrued_minor: number;
  reversed_minor: number;
  click_orders_ppm: number;
  click_accrued_minor: number;
  click_reversed_minor: number;
};
