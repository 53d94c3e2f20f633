import { createLink, type LinkRefusal } from "~/services/create-link";
import { findAffiliate } from "~/services/find-affiliate";
import { type Command, type Options, optionalOption, requiredOption, UsageError } from "./command";

const REFUSALS: Readonly<Record<LinkRefusal["kind"], string>> = {
  destination_foreign:
    "--to is no page a link may lead to. Write one such as /brands/brume/pull-lac, /brands/brume, /posts/ID, /@lina or /.",
  destination_missing: "--to names nothing that exists. Look at the page's address and copy its path.",
  slug_invalid: "--slug consists of small letters, digits and single hyphens, 3 to 40 characters, such as autumn-coat.",
  slug_taken: "A link with this slug exists. Choose another one with --slug, or leave it out.",
  sub_id_invalid: "A sub-id is longer than 100 characters or holds a line break. Shorten it.",
  utm_invalid: "A UTM word is longer than 100 characters or holds a line break. Shorten it.",
};

const SUB_IDS = ["sub1", "sub2", "sub3", "sub4", "sub5"] as const;

/** `create-link`: the last line it prints is the link's path. */
export const createLinkCommand: Command = {
  usage: "--affiliate HANDLE --to /brands/B/PRODUCT [--slug S] [--sub1 … --sub5 …] [--utm-source …]",
  summary: "create a link of an affiliate to a page of the app; the last line printed is its path",
  options: Object.fromEntries(
    ["affiliate", "to", "slug", ...SUB_IDS, "utm-source", "utm-medium", "utm-campaign", "utm-term", "utm-content"].map((name) => [
      name,
      { type: "string" as const },
    ]),
  ),
  words: { least: 0, most: 0 },
  drain: "after",
  run: async ({ deps }, { options }) => {
    const affiliateId = await findAffiliate(deps, requiredOption(options, "affiliate"));
    if (affiliateId === null) throw new UsageError("--affiliate names nobody. Write the handle of their storefront, such as lina.");
    const created = await createLink(deps, { affiliateId, to: requiredOption(options, "to"), ...chosen(options) });
    if (!created.ok) throw new UsageError(REFUSALS[created.error.kind]);
    const { linkId, slug, destination } = created.value;
    const path = `/l/${slug}`;
    return { json: { link_id: linkId, slug, path, to: destination.path }, text: path };
  },
};

function chosen(options: Options) {
  const utm = (name: string): string => optionalOption(options, `utm-${name}`) ?? "";
  return {
    slug: optionalOption(options, "slug"),
    subIds: SUB_IDS.map((name) => optionalOption(options, name) ?? ""),
    utm: { source: utm("source"), medium: utm("medium"), campaign: utm("campaign"), term: utm("term"), content: utm("content") },
  };
}
