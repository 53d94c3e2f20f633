import { rebuildProjections } from "~/services/rebuild-projections";
import { brandOption } from "./brand-option";
import { type Command, optionalOption } from "./command";

/** `rebuild`: the projections anew from the events. */
export const rebuildCommand: Command = {
  usage: "[--brand B]",
  summary: "recompute what the charts read from the events, of one brand or of all",
  options: { brand: { type: "string" } },
  words: { least: 0, most: 0 },
  drain: "before",
  run: async ({ deps }, { options }) => {
    const slug = optionalOption(options, "brand");
    const rebuilt = await rebuildProjections(deps, slug === undefined ? {} : { brandId: (await brandOption(deps, slug)).brandId });
    const { brands, rows, corrected } = rebuilt;
    return {
      json: { brands, rows, corrected },
      text: `${brands} brands, ${rows} rows recomputed; ${corrected} differed and were put right.`,
    };
  },
};
