import type { AffiliateId, Instant, PersonId, VisitorId } from "~/domain/kernel/branded";
import type { Post } from "~/domain/posts/post";
import type { WorkerDeps } from "../../container";
import type { DemoShopper } from "../data/shoppers";

/** A shopper as they stand in the database, recognised in their browser by consent. */
export type KnownShopper = { readonly shopper: DemoShopper; readonly personId: PersonId; readonly visitorId: VisitorId };

/** A link somebody may follow. */
export type KnownLink = {
  readonly affiliateId: AffiliateId;
  readonly slug: string;
  readonly brandSlug: string;
  readonly productHandle: string;
};

/** Everything that can be tapped and everybody who buys. */
export type Thread = { readonly posts: readonly Post[]; readonly links: readonly KnownLink[]; readonly shoppers: readonly KnownShopper[] };

/** The same use cases at another moment: what the demo does in the past happens by the past's clock. */
export function at(deps: WorkerDeps, moment: Instant): WorkerDeps {
  return { ...deps, clock: { now: () => moment } };
}
