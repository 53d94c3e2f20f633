import type { Hex } from "../art/colour";
import type { Look } from "../art/drawing";
import type { ShapeName } from "../art/shapes";
import type { ColourName } from "./palette";
import type { DemoCategory } from "./types";

/**
 * One product of a family: title, price in minor units of the brand's currency (of the smallest size),
 * colours, a sentence about it, and what sets its picture apart. `was` is the price before.
 */
export type Model = readonly [
  title: string,
  priceMinor: number,
  colours: readonly ColourName[],
  line: string,
  own?: Partial<Look> & { readonly was?: number },
];

/** Products of one kind that share their make, their sizes and the way they are drawn. */
export type Family = {
  readonly category: DemoCategory;
  readonly shape: ShapeName;
  readonly material: string;
  /** A sentence that is true of each of them. */
  readonly care: string;
  readonly colourOption: string;
  readonly sizes?: {
    readonly name: string;
    readonly values: readonly string[] /** Percent of the price, for each size. */;
    readonly percent?: readonly number[];
  };
  readonly look?: Partial<Look>;
  /** When the option colours only a part: the colour of the rest. */
  readonly ground?: Hex;
  readonly models: readonly Model[];
};
