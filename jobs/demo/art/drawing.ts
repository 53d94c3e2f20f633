import type { Chance } from "../data/seeded";
import type { Hex } from "./colour";
import type { FabricName } from "./fabrics";
import type { TextureName } from "./textures";

/** A detail of the cut. A shape reads the ones it knows and ignores the rest. */
export type Cut =
  | "long"
  | "short"
  | "cropped"
  | "double"
  | "belted"
  | "hooded"
  | "collarless"
  | "rollneck"
  | "vneck"
  | "buttoned"
  | "sleeveless"
  | "wide"
  | "slim"
  | "pleated"
  | "high"
  | "low"
  | "pompom"
  | "fringe"
  | "tall"
  | "squat"
  | "round"
  | "square"
  | "ribbed"
  | "speckled"
  | "lidded"
  | "lit"
  | "chelsea"
  | "crossbody"
  | "dropper"
  | "pump"
  | "open"
  | "elastic";

/** What a shape looks like: everything a picture depends on apart from where it lies. */
export type Look = {
  readonly colour: Hex;
  readonly accent?: Hex;
  readonly metal?: Hex;
  readonly fabric?: FabricName;
  readonly texture?: TextureName;
  readonly cuts?: readonly Cut[];
  /** Printed on bottles, jars, spines: maker, then what it is. */
  readonly print?: readonly [maker: string, line: string];
};

/** One shape being drawn: its look, how far it is turned (degrees) and this picture's chance and ids. */
export type Drawing = {
  readonly look: Look;
  readonly turn: number;
  readonly chance: Chance;
  readonly ids: Ids;
};

/** Hands out element ids that are unique within one picture. */
export type Ids = (prefix: string) => string;

/** Starts the ids of a picture. `salt` tells pictures on the same page apart. */
export function createIds(salt: string): Ids {
  let count = 0;
  return (prefix) => {
    count += 1;
    return `${prefix}${salt}${count}`;
  };
}

/** Whether the look asks for this detail. */
export function has(look: Look, cut: Cut): boolean {
  return look.cuts?.includes(cut) ?? false;
}
