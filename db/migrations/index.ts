import type { Migration } from "kysely";
import * as theHouse from "./0001-the-house";
import * as appendOnly from "./0002-append-only";

/** Every migration in order. Add to the end; `tests/architecture/migrations.test.ts` refuses changes to landed ones. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-the-house": theHouse,
  "0002-append-only": appendOnly,
};
