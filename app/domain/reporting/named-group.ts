import type { Channel } from "../events/commission-events";
import type { AffiliateId, LinkId, PostId } from "../kernel/branded";
import type { MetricValues } from "./metrics";

export type AffiliateName = { readonly affiliateId: AffiliateId; readonly handle: string; readonly name: string };
export type LinkName = { readonly linkId: LinkId; readonly slug: string; readonly path: string; readonly sub1: string | null };
export type PostName = { readonly postId: PostId; readonly caption: string; readonly pictureUrl: string };

/** A line of a table of credit, ready to be shown: who or what it stands for, and its figures. */
export type NamedGroup = {
  readonly key: string;
  readonly channel: Channel | null;
  readonly affiliate: AffiliateName | null;
  readonly link: LinkName | null;
  readonly post: PostName | null;
  readonly values: MetricValues;
};
