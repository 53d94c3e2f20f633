import type { CreditGroup } from "~/domain/reporting/credit-groups";
import { groupKey } from "~/domain/reporting/credit-groups";
import { CREDIT_METRIC_IDS, creditValues } from "~/domain/reporting/metrics";
import type { NamedGroup } from "~/domain/reporting/named-group";
import type { Queryable } from "./open";
import { nameAffiliates, nameLinks, namePosts } from "./queries/credit-names";

/** Groups of credit with the names of what they stand for, and every metric. */
export async function nameGroups(q: Queryable, groups: readonly CreditGroup[]): Promise<readonly NamedGroup[]> {
  const affiliates = await nameAffiliates(
    q,
    groups.flatMap((group) => group.affiliateId ?? []),
  );
  const links = await nameLinks(
    q,
    groups.flatMap((group) => group.linkId ?? []),
  );
  const posts = await namePosts(
    q,
    groups.flatMap((group) => group.postId ?? []),
  );
  return groups.map((group) => ({
    key: groupKey(group),
    channel: group.channel,
    affiliate: group.affiliateId === null ? null : (affiliates.get(group.affiliateId) ?? null),
    link: group.linkId === null ? null : (links.get(group.linkId) ?? null),
    post: group.postId === null ? null : (posts.get(group.postId) ?? null),
    values: creditValues(group.sums, CREDIT_METRIC_IDS),
  }));
}
