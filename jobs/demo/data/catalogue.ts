import type { Look } from "../art/drawing";
import type { Family, Model } from "./family";
import { type ColourName, palette } from "./palette";
import { between, seeded } from "./seeded";
import { slugOf } from "./slug";
import type { DemoBrand, DemoDrawing, DemoOption, DemoPicture, DemoProduct, DemoVariant } from "./types";

/** What the shop sells and how its pictures are drawn. */
export type Catalogue = { readonly products: readonly DemoProduct[]; readonly drawings: readonly DemoDrawing[] };

/** A stock the stories of the demo world rely on; without a size it holds for all of them. */
export type StockRule = { readonly handle: string; readonly colour: string; readonly size?: string; readonly stock: number };

type Context = {
  readonly brand: DemoBrand;
  readonly family: Family;
  readonly model: Model;
  readonly number: number;
  readonly stockRules: readonly StockRule[];
};
type Size = { readonly value?: string; readonly percent: number };

/**
 * Unfolds the families into products. Products that look alike in one colour share a picture:
 * the first of them gives the file its name.
 */
export function buildCatalogue(
  shelves: readonly { readonly brand: DemoBrand; readonly families: readonly Family[] }[],
  stockRules: readonly StockRule[],
): Catalogue {
  const products: DemoProduct[] = [];
  const drawings = new Map<string, DemoDrawing>();
  for (const { brand, families } of shelves) {
    let number = 0;
    for (const family of families) {
      for (const model of family.models) {
        number += 1;
        const context = { brand, family, model, number, stockRules };
        products.push(productOf(context, drawings));
      }
    }
  }
  return { products, drawings: [...drawings.values()] };
}

function productOf(context: Context, drawings: Map<string, DemoDrawing>): DemoProduct {
  const { brand, family, model } = context;
  const [title, , colours, line] = model;
  const handle = slugOf(title);
  return {
    brandSlug: brand.slug,
    handle,
    title,
    description: `${line} ${family.care}`,
    material: family.material,
    category: family.category,
    options: optionsOf(family, colours),
    variants: variantsOf(context, handle),
    pictures: colours.map((colour) => pictureOf(context, { handle, colour }, drawings)),
  };
}

/** A colour with nothing to choose from is no option. */
function optionsOf(family: Family, colours: readonly ColourName[]): readonly DemoOption[] {
  const options: DemoOption[] = [];
  if (colours.length > 1) options.push({ name: family.colourOption, values: colours });
  if (family.sizes !== undefined) options.push({ name: family.sizes.name, values: family.sizes.values });
  return options;
}

function variantsOf({ brand, family, model, number, stockRules }: Context, handle: string): readonly DemoVariant[] {
  const [, priceMinor, colours, , own] = model;
  const chance = seeded(`stock/${handle}`);
  const sizes: readonly Size[] = family.sizes?.values.map((value, i) => ({ value, percent: family.sizes?.percent?.[i] ?? 100 })) ?? [
    { percent: 100 },
  ];
  return colours.flatMap((colour) =>
    sizes.map(({ value: size, percent }): DemoVariant => {
      const options: Record<string, string> = {};
      if (colours.length > 1) options[family.colourOption] = colour;
      if (family.sizes !== undefined && size !== undefined) options[family.sizes.name] = size;
      const usual = stockOf(chance());
      const rule = stockRules.find(
        (entry) => entry.handle === handle && entry.colour === colour && (entry.size === undefined || entry.size === size),
      );
      return {
        sku: [brand.skuPrefix, String(number).padStart(3, "0"), codeOf(colour), ...(size === undefined ? [] : [codeOf(size)])].join("-"),
        options,
        priceMinor: scaled(priceMinor, percent),
        ...(own?.was === undefined ? {} : { compareAtMinor: scaled(own.was, percent) }),
        stock: rule?.stock ?? usual,
      };
    }),
  );
}

/** One variant in fourteen is sold out, one in six nearly so. */
function stockOf(draw: number): number {
  if (draw < 0.07) return 0;
  if (draw < 0.24) return 1 + Math.floor((draw - 0.07) * 23);
  return between(() => (draw - 0.24) / 0.76, 8, 64);
}

/** Percent of a price, to the full hundred of its minor units, as price tags are. */
function scaled(priceMinor: number, percent: number): number {
  return percent === 100 ? priceMinor : Math.round((priceMinor * percent) / 10_000) * 100;
}

function codeOf(name: string): string {
  return slugOf(name).replaceAll("-", "").slice(0, 5).toUpperCase();
}

function pictureOf(
  { brand, family, model }: Context,
  { handle, colour }: { handle: string; colour: ColourName },
  drawings: Map<string, DemoDrawing>,
): DemoPicture {
  const [title] = model;
  const alt = brand.language === "fr" ? `${title}, ${colour.toLowerCase()}` : `${title} in ${colour.toLowerCase()}`;
  const look = lookOf(family, model, colour);
  const key = JSON.stringify([family.shape, look]);
  const drawn = drawings.get(key) ?? {
    file: `/demo/${handle}-${slugOf(colour)}.webp`,
    handle,
    colour,
    shape: family.shape,
    look,
    seed: handle,
    label: alt,
  };
  drawings.set(key, drawn);
  return { colour, file: drawn.file, alt };
}

function lookOf(family: Family, [, , , , own]: Model, colour: ColourName): Look {
  const { was: _, ...details } = own ?? {};
  const shared = { ...family.look, ...details };
  if (family.ground === undefined) return { ...shared, colour: palette[colour] };
  return { ...shared, colour: details.colour ?? family.ground, accent: palette[colour] };
}
