import { type BrandRefusal, createBrand } from "~/services/create-brand";
import { type Command, optionalOption, requiredOption, UsageError } from "./command";

const REFUSALS: Readonly<Record<BrandRefusal["kind"], string>> = {
  name_empty: "The name is empty. Write the brand's name after create-brand.",
  name_too_long: "The name is longer than 100 characters. Shorten it.",
  unknown_currency: "--currency is no ISO 4217 code. Write one such as EUR, GBP, USD or JPY.",
  unknown_zone: "--timezone is no IANA time zone. Write one such as Europe/Paris or Asia/Kolkata.",
  unknown_country: "--country is no ISO 3166-1 code. Write one such as FR, GB or US.",
  slug_invalid: "--slug consists of small letters, digits and single hyphens, 2 to 60 characters, such as maison-lumiere.",
  slug_taken: "A brand with this slug exists. Choose another one with --slug.",
};

/** `create-brand NAME`: the last line it prints is the slug. */
export const createBrandCommand: Command = {
  usage: "NAME --currency GBP --timezone Europe/London --country GB [--slug S]",
  summary: "create a brand; the last line printed is its slug",
  options: { currency: { type: "string" }, timezone: { type: "string" }, country: { type: "string" }, slug: { type: "string" } },
  words: { least: 1, most: 1 },
  drain: "after",
  run: async ({ deps }, { words, options }) => {
    const slug = optionalOption(options, "slug");
    const created = await createBrand(deps, {
      name: words[0] ?? "",
      currency: requiredOption(options, "currency"),
      timezone: requiredOption(options, "timezone"),
      country: requiredOption(options, "country"),
      ...(slug === undefined ? {} : { slug }),
    });
    if (!created.ok) throw new UsageError(REFUSALS[created.error.kind]);
    return { json: { slug: created.value.slug, brand_id: created.value.brandId }, text: created.value.slug };
  },
};
