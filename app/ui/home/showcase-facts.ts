import type { ShowcaseProduct } from "~/domain/catalog/showcase";

/** What stands in the window of the start page. */
export type ShowcaseFacts = {
  readonly products: readonly ShowcaseProduct[];
  /** False on an installation nobody has made a brand in yet. */
  readonly hasBrands: boolean;
  readonly progress: readonly ProgressFacts[];
};

/** How far a part of the demo's filling is. */
export type ProgressFacts = {
  readonly key: string;
  readonly done: number;
  readonly total: number;
  readonly state: "running" | "done" | "failed";
};
