import type { Look } from "../art/drawing";
import type { ShapeName } from "../art/shapes";

/** A brand as the demo world knows it. Money is in minor units of `currency`, the rate in basis points. */
export type DemoBrand = {
  readonly slug: string;
  readonly name: string;
  readonly currency: "EUR" | "USD" | "JPY";
  /** IANA name. */
  readonly timezone: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: "FR" | "BE" | "US" | "JP";
  /** The language its products are described in. */
  readonly language: "fr" | "en";
  readonly taxInclusive: boolean;
  /** What its affiliate program pays, in basis points of the base. */
  readonly rateBps: number;
  readonly tagline: string;
  /** Starts every SKU of the brand. */
  readonly skuPrefix: string;
};

export type DemoCategory =
  | "coats"
  | "knitwear"
  | "scarves"
  | "hats-and-gloves"
  | "bags"
  | "shirts"
  | "tees"
  | "dresses"
  | "skirts"
  | "trousers"
  | "jackets"
  | "sneakers"
  | "boots"
  | "shoes"
  | "socks"
  | "belts"
  | "eyewear"
  | "makeup"
  | "face"
  | "body"
  | "fragrance"
  | "lighting"
  | "candles"
  | "vases"
  | "textiles"
  | "tableware"
  | "tea"
  | "stationery";

export type DemoOption = { readonly name: string; readonly values: readonly string[] };

/** One sellable unit: a value for each of the product's options. Stock 0 = sold out. */
export type DemoVariant = {
  readonly sku: string;
  readonly options: Readonly<Record<string, string>>;
  readonly priceMinor: number;
  readonly compareAtMinor?: number;
  readonly stock: number;
};

/** A picture of the product in one colour; `file` is the path it is served under. */
export type DemoPicture = { readonly colour: string; readonly file: string; readonly alt: string };

export type DemoProduct = {
  readonly brandSlug: string;
  /** Unique over all brands. */
  readonly handle: string;
  readonly title: string;
  readonly description: string;
  /** What it is made of, one short line. */
  readonly material: string;
  readonly category: DemoCategory;
  readonly options: readonly DemoOption[];
  readonly variants: readonly DemoVariant[];
  /** One for each colour, in the order of the colour option. */
  readonly pictures: readonly DemoPicture[];
};

/** How a picture file is drawn. */
export type DemoDrawing = {
  readonly file: string;
  readonly handle: string;
  readonly colour: string;
  readonly shape: ShapeName;
  readonly look: Look;
  readonly seed: string;
  readonly label: string;
};

export type DemoCreator = {
  /** Without the at sign. */
  readonly handle: string;
  readonly name: string;
  readonly country: string;
  readonly locale: "fr" | "en";
  /** One line for the storefront. */
  readonly line: string;
  /** Share of the platform's visits, relative to the others. */
  readonly reach: number;
  /** Brands with an approved partnership. */
  readonly brandSlugs: readonly string[];
};

export type DemoPerson = {
  readonly key: "camille" | "lina" | "ines" | "sam";
  readonly name: string;
  readonly role: "shopper" | "affiliate" | "brand-manager" | "operator";
  readonly locale: "fr" | "en";
  readonly brandSlug?: string;
  readonly creatorHandle?: string;
};
