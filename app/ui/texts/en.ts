import { accounts } from "./en/accounts";
import { bag } from "./en/bag";
import { catalog } from "./en/catalog";
import { checkout } from "./en/checkout";
import { common } from "./en/common";
import { home } from "./en/home";
import { metrics } from "./en/metrics";
import { ops } from "./en/ops";
import { orders } from "./en/orders";
import { reports } from "./en/reports";
import { rowErrors } from "./en/row-errors";
import { shop } from "./en/shop";
import { studio } from "./en/studio";
import { tracking } from "./en/tracking";

/** English: the source of keys. Each area of the product keeps its words in a file of its own. */
export const en = {
  ...accounts,
  ...common,
  ...home,
  ...reports,
  ...rowErrors,
  ...studio,
  ...metrics,
  ...catalog,
  ...ops,
  ...shop,
  ...bag,
  ...checkout,
  ...orders,
  ...tracking,
} as const;
