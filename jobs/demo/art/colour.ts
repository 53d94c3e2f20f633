/** A colour as `#rrggbb`. */
export type Hex = `#${string}`;

const NIGHT: Hex = "#0b0f12";
const DAY: Hex = "#ffffff";

/** The colour `share` (0..1) of the way from one to the other. */
export function mix(from: Hex, to: Hex, share: number): Hex {
  const target = channels(to);
  const parts = channels(from).map((value, i) => Math.round(value + ((target[i] ?? 0) - value) * share));
  return `#${parts.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** The colour in shade. Shade is a cool near-black, so dark cloth keeps its depth. */
export function dark(colour: Hex, share: number): Hex {
  return mix(colour, NIGHT, share);
}

/** The colour in full light. */
export function light(colour: Hex, share: number): Hex {
  return mix(colour, DAY, share);
}

/** Brightness as an eye weighs it, 0..1 (Rec. 709 weights on the encoded channels: close enough for choosing contrasts). */
export function brightness(colour: Hex): number {
  const [red = 0, green = 0, blue = 0] = channels(colour);
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

function channels(colour: Hex): readonly number[] {
  return [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16));
}
