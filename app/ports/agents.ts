import type { Agent } from "~/domain/tracking/device";

/** Knows browsers and robots by the name they give themselves. */
export type Agents = { readonly read: (userAgent: string) => Agent };
