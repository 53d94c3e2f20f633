import type { Catalogue } from "./catalogue";
import { accounts } from "./fr/accounts";
import { bag } from "./fr/bag";
import { catalog } from "./fr/catalog";
import { checkout } from "./fr/checkout";
import { common } from "./fr/common";
import { home } from "./fr/home";
import { metrics } from "./fr/metrics";
import { ops } from "./fr/ops";
import { orders } from "./fr/orders";
import { reports } from "./fr/reports";
import { rowErrors } from "./fr/row-errors";
import { shop } from "./fr/shop";
import { studio } from "./fr/studio";
import { tracking } from "./fr/tracking";

/** French: a key of the English catalogue that is missing here does not compile. */
export const fr = {
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
} as const satisfies Catalogue;
