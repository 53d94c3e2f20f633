import type { Generated } from "kysely";

/**
 * Every table, as Kysely sees it. Portable columns only: text, bigint (epoch milliseconds, 0/1, `_minor`
 * money), JSON as text parsed by the query module that owns it. The instants of the four account tables are
 * ISO text, because the library that writes them does so.
 */
export type Schema = {
  people: PeopleTable;
  sessions: SessionsTable;
  credentials: CredentialsTable;
  verifications: VerificationsTable;
  operators: { person_id: string; created_at: number };
  affiliates: { id: string; person_id: string | null; handle: string; name: string; created_at: number };
  brands: BrandsTable;
  brand_staff: { brand_id: string; person_id: string; role: string; created_at: number };
  programs: ProgramsTable;
  partnerships: PartnershipsTable;
  products: ProductsTable;
  product_images: ProductImagesTable;
  variants: VariantsTable;
  stock_levels: { variant_id: string; brand_id: string; on_hand: number; reserved: Generated<number>; version: Generated<number> };
  stock_movements: StockMovementsTable;
  catalog_imports: CatalogImportsTable;
  events: EventsTable;
  outbox: OutboxTable;
  processed: { consumer: string; event_id: string; brand_id: string; batch_no: number; processed_at: number };
  history_rows: HistoryRowsTable;
  sales_by_quarter: SalesByQuarterTable;
  product_sales_by_quarter: ProductSalesByQuarterTable;
  projection_versions: { brand_id: string; version: number; folded_at: number };
  idempotency_keys: IdempotencyKeysTable;
  rate_limits: { key: string; window_start: number; hits: number };
  schedule_runs: { name: string; slot: number; started_at: number };
  audit_runs: { id: string; started_at: number; finished_at: number; findings: string };
  processes: { id: string; kind: string; started_at: number; seen_at: number };
  progress: { key: string; done: number; total: number; state: string; updated_at: number };
};

type PeopleTable = {
  id: string;
  name: string;
  email: string;
  email_verified: Generated<number>;
  image: string | null;
  locale: string | null;
  created_at: string;
  updated_at: string;
};

type SessionsTable = {
  id: string;
  person_id: string;
  token: string;
  expires_at: string;
  ip_address: string | null;
  user_agent: string | null;
  created_at: string;
  updated_at: string;
};

type CredentialsTable = {
  id: string;
  person_id: string;
  account_id: string;
  provider_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: string | null;
  refresh_token_expires_at: string | null;
  scope: string | null;
  password: string | null;
  created_at: string;
  updated_at: string;
};

type VerificationsTable = {
  id: string;
  identifier: string;
  value: string;
  expires_at: string;
  created_at: string;
  updated_at: string;
};

type BrandsTable = {
  id: string;
  slug: string;
  name: string;
  currency: string;
  timezone: string;
  country: string;
  status: string;
  tax_inclusive: number;
  created_at: number;
  version: Generated<number>;
};

type ProgramsTable = {
  id: string;
  brand_id: string;
  status: string;
  rate_bps: number;
  window_days: number;
  created_at: number;
  version: Generated<number>;
};

type PartnershipsTable = {
  id: string;
  program_id: string;
  brand_id: string;
  affiliate_id: string;
  status: string;
  applied_at: number;
  decided_at: number | null;
  version: Generated<number>;
};

type ProductsTable = {
  id: string;
  brand_id: string;
  handle: string;
  title: string;
  description: string;
  vendor: string;
  category: string;
  /** draft | active | archived | not_for_sale */
  status: string;
  /** JSON: option names in order */
  options: string;
  created_at: number;
  updated_at: number;
  version: Generated<number>;
};

type ProductImagesTable = {
  id: string;
  brand_id: string;
  product_id: string;
  url: string;
  alt: string;
  position: number;
};

type VariantsTable = {
  id: string;
  brand_id: string;
  product_id: string;
  /** JSON: option values in the product's order; the variant's identity within the product */
  option_values: string;
  sku: string | null;
  barcode: string | null;
  price_minor: number;
  compare_at_minor: number | null;
  image_url: string | null;
  position: number;
};

type StockMovementsTable = {
  id: string;
  brand_id: string;
  variant_id: string;
  quantity: number;
  reason: string;
  source_id: string;
  created_at: number;
};

type CatalogImportsTable = {
  id: string;
  brand_id: string;
  requested_by: string | null;
  file_name: string;
  format: string;
  /** queued | running | done | refused | failed */
  state: string;
  /** The file itself; emptied when the import is done or refused. */
  body: string;
  rows_done: Generated<number>;
  /** JSON: the summary with row errors */
  result: string | null;
  created_at: number;
  finished_at: number | null;
};

type EventsTable = {
  id: string;
  brand_id: string | null;
  type: string;
  subject_id: string;
  occurred_at: number;
  recorded_at: number;
  payload: string;
};

type OutboxTable = {
  consumer: string;
  event_id: string;
  brand_id: string | null;
  recorded_at: number;
  /** waiting | leased | dead */
  state: string;
  available_at: number;
  batch_id: string | null;
  lease_until: number | null;
  attempts: Generated<number>;
  last_error: string | null;
};

type HistoryRowsTable = {
  brand_id: string;
  source: string;
  invoice: string;
  ordinal: number;
  digest: string;
  /** sale | cancellation | a skip reason */
  kind: string;
  product_id: string | null;
  event_id: string | null;
  imported_at: number;
};

type SalesByQuarterTable = {
  brand_id: string;
  bucket: number;
  orders: number;
  units: number;
  gross_minor: number;
  discount_minor: number;
  refund_minor: number;
};

type ProductSalesByQuarterTable = SalesByQuarterTable & { product_id: string };

type IdempotencyKeysTable = {
  scope: string;
  key: string;
  request_hash: string;
  response: string;
  created_at: number;
};
