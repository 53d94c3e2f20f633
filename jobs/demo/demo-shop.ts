import type { Brand } from "~/domain/catalog/brand";
import type { LocalDay } from "~/domain/kernel/branded";
import type { DemoBrand } from "./data/types";

/** A brand of the demo world as it stands in the database, with the first day of its history. */
export type DemoShop = { readonly demo: DemoBrand; readonly brand: Brand; readonly firstDay: LocalDay };
