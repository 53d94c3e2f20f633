import type { Generated } from "kysely";

/** Rules, decisions, commissions, ledger. Columns as in `../schema.ts`. */
export type CommissionsSchema = {
  commission_rules: CommissionRulesTable;
  decisions: DecisionsTable;
  commissions: CommissionsTable;
  commission_parts: CommissionPartsTable;
  commission_reversals: CommissionReversalsTable;
  ledger_heads: LedgerHeadsTable;
  ledger_entries: LedgerEntriesTable;
  ledger_lines: LedgerLinesTable;
};

type CommissionRulesTable = {
  id: string;
  program_id: string;
  brand_id: string;
  effective_from: number;
  rate_bps: number;
  created_at: number;
  created_by: string | null;
};

type DecisionsTable = {
  id: string;
  order_id: string;
  order_line_id: string;
  brand_id: string;
  program_id: string;
  affiliate_id: string;
  commission_minor: number;
  reason: string | null;
  explanation: string;
  decided_at: number;
};

type CommissionsTable = {
  id: string;
  decision_id: string;
  order_id: string;
  order_line_id: string;
  brand_id: string;
  affiliate_id: string;
  currency: string;
  state: string;
  accrued_minor: number;
  accrued_at: number;
  version: Generated<number>;
};

type CommissionPartsTable = {
  commission_id: string;
  touch_id: string;
  brand_id: string;
  affiliate_id: string;
  position: number;
  ppm: number;
  accrued_minor: number;
};

type CommissionReversalsTable = {
  id: string;
  commission_id: string;
  touch_id: string;
  order_line_id: string;
  brand_id: string;
  affiliate_id: string;
  cause: string;
  program_seq: number;
  amount_minor: number;
  reversed_at: number;
};

type LedgerHeadsTable = {
  currency: string;
  seq: number;
  hash: string;
};

type LedgerEntriesTable = {
  id: string;
  currency: string;
  seq: number;
  kind: string;
  source_event_id: string;
  subject_id: string;
  occurred_at: number;
  recorded_at: number;
  previous_hash: string;
  hash: string;
};

type LedgerLinesTable = {
  entry_id: string;
  line_no: number;
  account: string;
  owner_id: string;
  brand_id: string;
  order_id: string;
  currency: string;
  amount_minor: number;
};
