import type { Catalogue } from "./catalogue";
import { accounts } from "./fr/accounts";
import { catalog } from "./fr/catalog";
import { common } from "./fr/common";
import { home } from "./fr/home";
import { metrics } from "./fr/metrics";
import { ops } from "./fr/ops";
import { reports } from "./fr/reports";
import { rowErrors } from "./fr/row-errors";

/** French: a key of the English catalogue that is missing here does not compile. */
export const fr = {
  ...accounts,
  ...common,
  ...home,
  ...reports,
  ...rowErrors,
  ...metrics,
  ...catalog,
  ...ops,
} as const satisfies Catalogue;
