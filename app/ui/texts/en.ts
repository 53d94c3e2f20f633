import { accounts } from "./en/accounts";
import { catalog } from "./en/catalog";
import { common } from "./en/common";
import { home } from "./en/home";
import { metrics } from "./en/metrics";
import { ops } from "./en/ops";
import { reports } from "./en/reports";
import { rowErrors } from "./en/row-errors";

/** English: the source of keys. Each area of the product keeps its words in a file of its own. */
export const en = {
  ...accounts,
  ...common,
  ...home,
  ...reports,
  ...rowErrors,
  ...metrics,
  ...catalog,
  ...ops,
} as const;
