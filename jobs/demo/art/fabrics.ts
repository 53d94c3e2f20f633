import type { Bounds } from "./paths";
import { round } from "./paths";

/**
 * How a material takes light. `folds` is the frequency of its wrinkles (x y), `wrinkle` their height,
 * `relief` the height of the whole piece, `bevel` how round its edge is, `edge` how uneven its outline,
 * `grain` the strength of its surface noise at `grainAt`, `shine` its gloss.
 * With `emboss`, painted texture counts as height: stitches and wales are lit, not printed.
 */
export type Fabric = {
  readonly folds: string;
  readonly wrinkle: number;
  readonly relief: number;
  readonly bevel: number;
  readonly edge: number;
  readonly grain: number;
  readonly grainAt: number;
  readonly shine?: number;
  readonly emboss?: number;
};

export type FabricName = keyof typeof fabrics;

export const fabrics = {
  wool: { folds: ".006 .010", wrinkle: 0.46, relief: 13, bevel: 8, edge: 1.1, grain: 0.34, grainAt: 0.85 },
  felt: { folds: ".005 .007", wrinkle: 0.3, relief: 12, bevel: 9, edge: 0.8, grain: 0.26, grainAt: 0.7 },
  boucle: { folds: ".006 .008", wrinkle: 0.34, relief: 14, bevel: 10, edge: 1.8, grain: 0.6, grainAt: 0.16 },
  knit: { folds: ".008 .010", wrinkle: 0.4, relief: 13, bevel: 11, edge: 1.5, grain: 0.16, grainAt: 0.7, emboss: 0.3 },
  satin: { folds: ".013 .0030", wrinkle: 0.95, relief: 21, bevel: 5, edge: 1.1, grain: 0.03, grainAt: 0.9, shine: 0.26 },
  cotton: { folds: ".009 .007", wrinkle: 0.6, relief: 14, bevel: 6, edge: 1.1, grain: 0.1, grainAt: 1.1 },
  linen: { folds: ".008 .006", wrinkle: 0.46, relief: 14, bevel: 6, edge: 1.1, grain: 0.2, grainAt: 0.8 },
  twill: { folds: ".012 .006", wrinkle: 0.5, relief: 16, bevel: 6, edge: 1, grain: 0.22, grainAt: 1 },
  nylon: { folds: ".015 .013", wrinkle: 0.4, relief: 15, bevel: 13, edge: 1, grain: 0.04, grainAt: 1, shine: 0.22 },
  leather: { folds: ".012 .014", wrinkle: 0.2, relief: 12, bevel: 9, edge: 0.7, grain: 0.2, grainAt: 0.36, shine: 0.3 },
  suede: { folds: ".008 .010", wrinkle: 0.26, relief: 12, bevel: 9, edge: 0.9, grain: 0.3, grainAt: 0.55 },
  tin: { folds: ".008 .006", wrinkle: 0.34, relief: 13, bevel: 8, edge: 0.4, grain: 0.03, grainAt: 1, shine: 0.16 },
  rubber: { folds: ".03 .03", wrinkle: 0.06, relief: 10, bevel: 6, edge: 0.5, grain: 0.06, grainAt: 1.1 },
  paper: { folds: ".004 .004", wrinkle: 0.08, relief: 6, bevel: 2, edge: 0.2, grain: 0.08, grainAt: 0.9 },
  ceramic: { folds: ".006 .006", wrinkle: 0.12, relief: 9, bevel: 9, edge: 0.4, grain: 0.05, grainAt: 0.9, shine: 0.3 },
} satisfies Record<string, Fabric>;

/** Light comes from the upper left; the number is an SVG azimuth in degrees. */
const LAMP_AZIMUTH = 232;

/** The room gives some light back: nothing that faces away from the window is black. */
const ROOM_LIGHT = ["R", "G", "B"].map((channel) => `<feFunc${channel} type="linear" slope=".78" intercept=".23"/>`).join("");

/**
 * The filter that turns a flat panel into lit material: noise and the blurred outline form a height map,
 * one lamp lights it, grain lies on top, a small shadow falls on what is below.
 * `turn` undoes the shape's own rotation, so that all shadows of a picture agree.
 */
export function lampFilter(id: string, fabric: Fabric, at: { bounds: Bounds; seed: number; turn: number; gain: number }): string {
  const { bounds, seed, gain } = at;
  const azimuth = LAMP_AZIMUTH - at.turn;
  const embossed = gain > 0;
  return (
    `<filter id="${id}" filterUnits="userSpaceOnUse" x="${bounds.x}" y="${bounds.y}" width="${bounds.width}" height="${bounds.height}" color-interpolation-filters="sRGB">` +
    `<feTurbulence type="fractalNoise" baseFrequency="${fabric.folds}" numOctaves="3" seed="${seed}" result="w"/>` +
    `<feTurbulence type="fractalNoise" baseFrequency=".024" numOctaves="2" seed="${seed + 3}" result="e"/>` +
    `<feDisplacementMap in="SourceGraphic" in2="e" scale="${round(fabric.edge * 3)}" xChannelSelector="R" yChannelSelector="G" result="src"/>` +
    `<feColorMatrix in="src" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 0" result="a"/>` +
    `<feGaussianBlur in="a" stdDeviation="${fabric.bevel}" result="h1"/>` +
    `<feColorMatrix in="w" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1.6 0 0 0 -.3" result="h2"/>` +
    `<feComposite in="h1" in2="h2" operator="arithmetic" k2=".55" k3="${round(fabric.wrinkle * 5.5) / 10}" result="h0"/>` +
    (embossed ? emboss(gain) : `<feGaussianBlur in="h0" stdDeviation="1.8" result="hs"/>`) +
    `<feDiffuseLighting in="hs" surfaceScale="${round(fabric.relief * 1.5)}" diffuseConstant="1.16" lighting-color="#fffdf8" result="l0">` +
    `<feDistantLight azimuth="${azimuth}" elevation="54"/></feDiffuseLighting>` +
    `<feGaussianBlur in="l0" stdDeviation="${embossed ? 0.7 : 1.2}" result="l1"/><feComponentTransfer in="l1" result="l">${ROOM_LIGHT}</feComponentTransfer>${grain(fabric, seed)}` +
    `<feBlend in="src" in2="l" mode="multiply" result="m1"/><feBlend in="m1" in2="g" mode="multiply" result="m2"/>` +
    `<feComposite in="m2" in2="src" operator="in" result="lit"/>${gloss(fabric, azimuth)}` +
    `<feOffset in="a" dx="1.4" dy="2.6" result="o"/><feGaussianBlur in="o" stdDeviation="2.6" result="ob"/>` +
    `<feColorMatrix in="ob" values="0 0 0 0 .04 0 0 0 0 .05 0 0 0 0 .07 0 0 0 .42 0" result="sh"/>` +
    `<feMerge><feMergeNode in="sh"/><feMergeNode in="${fabric.shine === undefined ? "lit" : "glossy"}"/></feMerge></filter>`
  );
}

function emboss(gain: number): string {
  const [r, g, b] = [gain * 0.21, gain * 0.72, gain * 0.07].map((value) => Math.round(value * 1000) / 1000);
  return (
    `<feGaussianBlur in="src" stdDeviation=".8" result="t0"/>` +
    `<feColorMatrix in="t0" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 ${r} ${g} ${b} 0 0" result="t"/>` +
    `<feGaussianBlur in="h0" stdDeviation="1.8" result="hb"/>` +
    `<feComposite in="hb" in2="t" operator="arithmetic" k2=".86" k3="1" result="hs"/>`
  );
}

function grain(fabric: Fabric, seed: number): string {
  const slope = Math.round(fabric.grain * 160) / 100;
  const row = `0 ${slope} 0 0 ${Math.round((1 - fabric.grain * 0.82) * 100) / 100}`;
  return (
    `<feTurbulence type="fractalNoise" baseFrequency="${fabric.grainAt}" numOctaves="2" seed="${seed + 9}" result="g0"/>` +
    `<feColorMatrix in="g0" values="${row} ${row} ${row} 0 0 0 0 1" result="g"/>`
  );
}

function gloss(fabric: Fabric, azimuth: number): string {
  if (fabric.shine === undefined) return "";
  return (
    `<feSpecularLighting in="hs" surfaceScale="${round(fabric.relief * 0.8)}" specularConstant="${fabric.shine}" specularExponent="14" lighting-color="#fff" result="s0">` +
    `<feDistantLight azimuth="${azimuth}" elevation="56"/></feSpecularLighting><feGaussianBlur in="s0" stdDeviation="1.4" result="s1"/>` +
    `<feComposite in="s1" in2="src" operator="in" result="s"/><feComposite in="lit" in2="s" operator="arithmetic" k2="1" k3=".8" result="glossy"/>`
  );
}
