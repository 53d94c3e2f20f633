import { brightness, dark, type Hex, light } from "./colour";
import type { Drawing } from "./drawing";
import { type Fabric, type FabricName, fabrics, lampFilter } from "./fabrics";
import { boundsOf } from "./paths";
import { type TextureName, texturePattern } from "./textures";

/** A soft crease inside a panel: where, how wide, and its tone (below 0 shade, above 0 light). */
export type Fold = readonly [path: string, width: number, tone: number];

type PieceOptions = {
  readonly fabric?: FabricName;
  readonly textures?: readonly string[];
  readonly folds?: readonly Fold[];
  /** Markup that is lit together with the panel. */
  readonly inside?: string;
};

type LineOptions = { readonly dashes?: string; readonly opacity?: number };

/** Where one shape is put together, panel upon panel. */
export type Bench = {
  /** Makes a texture and gives its id. */
  readonly texture: (name: TextureName, colour: Hex, options?: { second?: Hex; turn?: number; scale?: number }) => string;
  /** Lays a panel on the last one, lit and casting its own shadow. */
  readonly piece: (path: string, fill: Hex | string, options?: PieceOptions) => void;
  /** Lays a strap or rib: a lit stroke. */
  readonly band: (path: string, colour: Hex, options: { width: number; fabric?: FabricName; inside?: string }) => void;
  /** Draws a seam or an edge, unlit. */
  readonly line: (path: string, colour: Hex, width: number, options?: LineOptions) => void;
  readonly define: (markup: string) => void;
  readonly raw: (markup: string) => void;
  /** The finished shape. */
  readonly finish: () => string;
};

/** Sets up a bench for one shape in one fabric; single pieces may be of another. */
export function createBench({ look, turn, chance, ids }: Drawing, cloth: FabricName): Bench {
  const definitions: string[] = [];
  const parts: string[] = [];
  const seed = 1 + Math.floor(chance() * 900);
  let laid = 0;
  const lamp = (name: FabricName, path: string, reach: number): string => {
    const id = ids("f");
    const fabric: Fabric = fabrics[name];
    laid += 1;
    definitions.push(
      lampFilter(id, fabric, { bounds: boundsOf(path, reach + 14), seed: seed + laid, turn, gain: gainOf(fabric, look.colour) }),
    );
    return id;
  };
  return {
    texture(name, colour, { second = look.accent ?? light(colour, 0.6), turn: angle = 0, scale = 1 } = {}) {
      const id = ids("t");
      definitions.push(texturePattern(id, name, { colour, second, turn: angle, scale }));
      return id;
    },
    piece(path, fill, { fabric = cloth, textures = [], folds = [], inside = "" } = {}) {
      const clip = ids("c");
      definitions.push(`<clipPath id="${clip}"><path d="${path}"/></clipPath>`);
      const layers = textures.map((id) => `<path d="${path}" fill="url(#${id})"/>`).join("");
      const creases = folds.length === 0 ? "" : `<g clip-path="url(#${clip})">${folds.map(crease).join("")}</g>`;
      parts.push(`<g filter="url(#${lamp(fabric, path, 0)})"><path d="${path}" fill="${fill}"/>${layers}${inside}${creases}</g>`);
    },
    band(path, colour, { width, fabric = cloth, inside = "" }) {
      parts.push(
        `<g filter="url(#${lamp(fabric, path, width)})"><path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}"/>${inside}</g>`,
      );
    },
    line(path, colour, width, { dashes = "", opacity = 1 } = {}) {
      parts.push(
        `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-dasharray="${dashes}" stroke-linecap="round" opacity="${opacity}"/>`,
      );
    },
    define: (markup) => void definitions.push(markup),
    raw: (markup) => void parts.push(markup),
    finish: () => `<defs>${definitions.join("")}</defs>${parts.join("")}`,
  };
}

function crease([path, width, tone]: Fold): string {
  const colour = tone > 0 ? "#fff" : "#060a0d";
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-opacity="${Math.abs(tone)}" stroke-width="${width}" stroke-linecap="round" filter="url(#crease)"/>`;
}

/** Painted stitches differ less in dark wool than in pale; the gain evens their height out. In pale wool every groove shows twice, so it gets less. */
function gainOf(fabric: Fabric, colour: Hex): number {
  if (fabric.emboss === undefined) return 0;
  const spread = brightness(light(colour, 0.4)) - brightness(dark(colour, 0.5));
  return ((fabric.emboss * 0.36) / Math.max(spread, 0.2)) * (1 - 0.5 * brightness(colour));
}
