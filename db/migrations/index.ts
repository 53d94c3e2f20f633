import type { Migration } from "kysely";
import * as theHouse from "./0001-the-house";
import * as appendOnly from "./0002-append-only";
import * as touches from "./0003-touches";
import * as orders from "./0004-orders";
import * as commissions from "./0005-commissions";
import * as factsOfMoney from "./0006-append-only";

/** Every migration in order. Add to the end; `tests/architecture/migrations.test.ts` refuses changes to landed ones. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-the-house": theHouse,
  "0002-append-only": appendOnly,
  "0003-touches": touches,
  "0004-orders": orders,
  "0005-commissions": commissions,
  "0006-append-only": factsOfMoney,
};
