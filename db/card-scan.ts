import { sql } from "kysely";
import type { Queryable } from "./open";

type Place = { readonly table: string; readonly key: readonly string[]; readonly columns: readonly string[] };

/** Every column that holds free text people or files wrote, by primary key; identifiers, digests and times cannot hold a card number. */
const FREE_TEXT: readonly Place[] = [
  { table: "people", key: ["id"], columns: ["name", "email"] },
  { table: "sessions", key: ["id"], columns: ["user_agent"] },
  { table: "affiliates", key: ["id"], columns: ["name"] },
  { table: "brands", key: ["id"], columns: ["name"] },
  { table: "products", key: ["id"], columns: ["title", "description", "vendor", "category"] },
  { table: "product_images", key: ["id"], columns: ["alt", "url"] },
  { table: "variants", key: ["id"], columns: ["option_values", "sku"] },
  { table: "catalog_imports", key: ["id"], columns: ["file_name", "body", "result"] },
  { table: "events", key: ["id"], columns: ["payload"] },
  { table: "outbox", key: ["consumer", "event_id"], columns: ["last_error"] },
  { table: "history_rows", key: ["brand_id", "source", "invoice", "ordinal"], columns: ["invoice"] },
  { table: "audit_runs", key: ["id"], columns: ["findings"] },
  { table: "idempotency_keys", key: ["scope", "key"], columns: ["response"] },
];

/** Rows read at a time. */
const PAGE = 2_000;

/** Places whose text holds something that is a payment card number by prefix, length and check digit. */
export async function findCardNumbers(q: Queryable): Promise<readonly string[]> {
  const found: string[] = [];
  for (const place of FREE_TEXT) {
    for (let offset = 0; ; offset += PAGE) {
      const rows = await page(q, place, offset);
      for (const row of rows) if (holdsCardNumber(row.text)) found.push(`${place.table} ${row.id}`);
      if (rows.length < PAGE) break;
    }
  }
  return found;
}

/** Ordered by the whole key: among rows that an order leaves equal, pages could overlap and leave some out. */
async function page(q: Queryable, { table, key, columns }: Place, offset: number): Promise<readonly { id: string; text: string }[]> {
  const { rows } = await sql<{ id: string; text: string }>`select ${joined(key)} as id, ${joined(columns)} as text from ${sql.table(table)}
    order by ${sql.join(key.map((column) => sql.ref(column)))} limit ${sql.lit(PAGE)} offset ${sql.lit(offset)}`.execute(q);
  return rows;
}

function joined(columns: readonly string[]): ReturnType<typeof sql> {
  return sql.join(
    columns.map((column) => sql`coalesce(cast(${sql.ref(column)} as text), '')`),
    sql` || ' ' || `,
  );
}

/** Runs of 14 to 19 digits, written together or in groups, that no longer run of digits surrounds. */
const DIGIT_RUN = /(?<![\d.])\d(?:[ -]?\d){13,18}(?![\d.])/g;

/** Prefixes of the card networks (ISO/IEC 7812 ranges as published by the networks): Visa, Mastercard, Amex, Diners, Discover, JCB, UnionPay. */
const PREFIX = /^(4|5[1-5]|2[2-7]|3[4-9]|30[0-5]|6(011|4[4-9]|5|2))/;

/** Our own identifiers, stripped before: among their hexadecimal digits long runs of decimal ones occur. */
const OWN_ID = /\b[a-z]{3}_[0-9a-f]{26,}\b/g;

/** True when the text holds a number that a card network could have issued. */
export function holdsCardNumber(text: string): boolean {
  return (text.replace(OWN_ID, "id").match(DIGIT_RUN) ?? []).some((run) => {
    const digits = run.replace(/\D/g, "");
    return PREFIX.test(digits) && passesLuhn(digits);
  });
}

/** The check digit of ISO/IEC 7812-1, annex B. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = digit * 2;
    sum += at % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
