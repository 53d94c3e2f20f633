import { brands } from "./brands";
import { buildCatalogue, type StockRule } from "./catalogue";
import { brumeFamilies } from "./families/brume";
import { haldenFamilies } from "./families/halden";
import { lueurFamilies } from "./families/lueur";
import { marloweFamilies } from "./families/marlowe";
import { minamoFamilies } from "./families/minamo";
import { seveFamilies } from "./families/seve";
import type { Family } from "./family";
import type { DemoDrawing, DemoProduct } from "./types";

const FAMILIES: Readonly<Record<string, readonly Family[]>> = {
  brume: brumeFamilies,
  seve: seveFamilies,
  lueur: lueurFamilies,
  halden: haldenFamilies,
  minamo: minamoFamilies,
  marlowe: marloweFamilies,
};

/** Lina's dead links, Inès's sold-out size and the struck-out swatches of the feed hang on these. */
const STOCK_RULES: readonly StockRule[] = [
  { handle: "pull-torsade", colour: "Brique", size: "M", stock: 0 },
  { handle: "pull-torsade", colour: "Brique", stock: 12 },
  { handle: "pull-torsade", colour: "Écru", stock: 24 },
  { handle: "pull-torsade", colour: "Marine", stock: 0 },
  { handle: "echarpe-alize", colour: "Écru", stock: 0 },
  { handle: "echarpe-alize", colour: "Brique", stock: 40 },
  { handle: "manteau-vesper", colour: "Camel", stock: 18 },
  { handle: "sac-quai", colour: "Bordeaux", stock: 0 },
  { handle: "sac-quai", colour: "Sapin", stock: 9 },
  { handle: "rouge-04", colour: "Cerise", stock: 60 },
  { handle: "court-low", colour: "White", stock: 30 },
];

const catalogue = buildCatalogue(
  brands.map((brand) => ({ brand, families: FAMILIES[brand.slug] ?? [] })),
  STOCK_RULES,
);

/** The 300 products of the demo world, 50 for each brand. */
export const products: readonly DemoProduct[] = catalogue.products;

/** Every product picture, once. */
export const drawings: readonly DemoDrawing[] = catalogue.drawings;

/** Finds a product by its handle; throws when nothing is sold under it. */
export function getProduct(handle: string): DemoProduct {
  const product = products.find((entry) => entry.handle === handle);
  if (product === undefined) throw new RangeError(`No product ${handle}`);
  return product;
}

/** How a product looks in a colour; throws when it does not come in it. */
export function getDrawing(handle: string, colour: string): DemoDrawing {
  const file = getProduct(handle).pictures.find((picture) => picture.colour === colour)?.file;
  const drawing = drawings.find((entry) => entry.file === file);
  if (drawing === undefined) throw new RangeError(`${handle} does not come in ${colour}`);
  return drawing;
}
