import type { Generated } from "kysely";

/** What a shop needs, bags, checkouts, orders, payments. Columns as in `../schema.ts`. */
export type OrdersSchema = {
  tax_rates: TaxRatesTable;
  shipping_options: ShippingOptionsTable;
  bags: BagsTable;
  bag_lines: BagLinesTable;
  bag_touches: BagTouchesTable;
  checkouts: CheckoutsTable;
  checkout_lines: CheckoutLinesTable;
  orders: OrdersTable;
  order_lines: OrderLinesTable;
  order_line_cancels: OrderLineCancelsTable;
  reservations: ReservationsTable;
  saved_cards: SavedCardsTable;
  payments: PaymentsTable;
  payment_facts: PaymentFactsTable;
  webhook_inbox: WebhookInboxTable;
  provider_settlements: ProviderSettlementsTable;
  provider_cursors: ProviderCursorsTable;
};

type TaxRatesTable = {
  brand_id: string;
  country: string;
  tax_class: string;
  rate_bps: number;
};

type ShippingOptionsTable = {
  id: string;
  brand_id: string;
  name: string;
  carrier: string;
  country: string;
  amount_minor: number;
  min_days: number;
  max_days: number;
  position: number;
};

type BagsTable = {
  id: string;
  token_hash: string;
  person_id: string | null;
  created_at: number;
  updated_at: number;
  version: Generated<number>;
};

type BagLinesTable = {
  bag_id: string;
  variant_id: string;
  brand_id: string;
  quantity: number;
  seen_price_minor: number;
  added_at: number;
};

type BagTouchesTable = {
  bag_id: string;
  touch_id: string;
};

type CheckoutsTable = {
  id: string;
  bag_id: string;
  person_id: string | null;
  visitor_id: string | null;
  currency: string;
  state: string;
  opened_at: number;
  seen_at: number;
  inherits_from: string | null;
  email: string | null;
  address: string | null;
  shipping: string;
  card_entry_id: string | null;
  card_token: string | null;
  save_card: Generated<number>;
  pay_key: string | null;
  pay_hash: string | null;
  paid_at: number | null;
  fate: string | null;
  decided_at: number | null;
  version: Generated<number>;
};

type CheckoutLinesTable = {
  checkout_id: string;
  variant_id: string;
  brand_id: string;
  quantity: number;
  frozen_at: number;
};

type OrdersTable = {
  id: string;
  number: string;
  brand_id: string;
  checkout_id: string;
  person_id: string | null;
  email: string;
  currency: string;
  state: string;
  tax_inclusive: number;
  country: string;
  address: string;
  shipping_name: string;
  shipping_carrier: string;
  shipping_minor: number;
  shipping_tax_minor: number;
  shipping_tax_bps: number;
  total_minor: number;
  fee_bps: number;
  deliver_from: number;
  deliver_to: number;
  created_at: number;
  placed_at: number | null;
  cancel_until: number | null;
  program_seq: number | null;
  new_customer: number | null;
  version: Generated<number>;
};

type OrderLinesTable = {
  id: string;
  order_id: string;
  brand_id: string;
  product_id: string;
  variant_id: string;
  position: number;
  title: string;
  option_text: string;
  picture_url: string | null;
  quantity: number;
  unit_price_minor: number;
  list_minor: number;
  discount_minor: number;
  paid_minor: number;
  tax_bps: number;
  tax_minor: number;
  gross_minor: number;
  base_minor: number;
  canceled: Generated<number>;
  shipped: Generated<number>;
  delivered: Generated<number>;
  returned: Generated<number>;
  touch_path: string;
};

type OrderLineCancelsTable = {
  id: string;
  order_id: string;
  order_line_id: string;
  brand_id: string;
  quantity: number;
  paid_back_minor: number;
  tax_back_minor: number;
  base_back_minor: number;
  reason: string;
  program_seq: number;
  canceled_at: number;
};

type ReservationsTable = {
  order_id: string;
  variant_id: string;
  brand_id: string;
  quantity: number;
  state: string;
  expires_at: number;
};

type SavedCardsTable = {
  id: string;
  person_id: string;
  token: string;
  card_brand: string;
  last4: string;
  expires: string;
  fingerprint: string;
  is_default: number;
  created_at: number;
};

type PaymentsTable = {
  id: string;
  order_id: string;
  checkout_id: string;
  brand_id: string;
  currency: string;
  amount_minor: number;
  card: string | null;
  created_at: number;
  finished: Generated<number>;
  next_look_at: number;
  looks: Generated<number>;
  version: Generated<number>;
};

type PaymentFactsTable = {
  id: string;
  payment_id: string;
  order_id: string;
  brand_id: string;
  kind: string;
  amount_minor: number;
  reason: string | null;
  at: number;
};

type WebhookInboxTable = {
  id: string;
  payment_id: string;
  received_at: number;
};

type ProviderSettlementsTable = {
  id: string;
  currency: string;
  gross_minor: number;
  cost_minor: number;
  settled_at: number;
  recorded_at: number;
};

type ProviderCursorsTable = {
  name: string;
  cursor: string;
  read_at: number;
};
