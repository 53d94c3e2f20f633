import type { Instant } from "~/domain/kernel/branded";

/** The only source of the present. */
export type Clock = { readonly now: () => Instant };
