import { type Bench, createBench } from "../bench";
import { brightness, dark, type Hex, light } from "../colour";
import { type Drawing, has, type Look } from "../drawing";
import { box } from "../paths";

/** A bound notebook seen from above. Knows elastic, round (corners), open (a ribbon and visible pages). */
export function drawNotebook(drawing: Drawing): string {
  const { look } = drawing;
  const bench = createBench(drawing, look.fabric ?? "paper");
  const { colour } = look;
  const corner = has(look, "round") ? 16 : 4;
  const ink = brightness(colour) < 0.5 ? light(colour, 0.78) : dark(colour, 0.62);
  bench.piece(box({ x: -122, y: -164, width: 252, height: 338, radius: corner }), dark(colour, 0.2));
  for (const inset of [0, 3, 6])
    bench.piece(
      box({ x: -118, y: -162 + inset, width: 246 - inset, height: 332 - inset, radius: 3 }),
      inset === 3 ? "#e7e1d2" : "#f5f1e6",
      { fabric: "paper" },
    );
  if (has(look, "open")) bench.band("M 60 150 C 62 180 54 200 60 226", look.accent ?? "#a33b2a", { width: 9, fabric: "satin" });
  const textures = look.texture === undefined ? [] : [bench.texture(look.texture, colour, { scale: 1.1 })];
  bench.piece(box({ x: -126, y: -170, width: 250, height: 336, radius: corner }), colour, {
    textures,
    folds: [
      ["M-104 -166 L-104 162", 5, -0.26],
      ["M-110 -166 L-110 162", 4, 0.2],
    ],
  });
  if (look.texture === undefined && look.print !== undefined) stamp(bench, look.print, ink);
  else plate(bench, look);
  if (has(look, "elastic")) bench.band("M 92 -172 L 92 168", look.accent ?? dark(colour, 0.5), { width: 9, fabric: "twill" });
  return bench.finish();
}

/** Maker and contents, stamped straight on the cover. */
function stamp(bench: Bench, [maker, line]: readonly [string, string], ink: Hex): void {
  bench.raw(
    `<text x="4" y="-64" text-anchor="middle" font-family="Liberation Serif,Georgia,serif" font-size="25" letter-spacing="6" fill="${ink}" opacity=".9">${maker}</text>` +
      `<text x="4" y="130" text-anchor="middle" font-family="Liberation Sans,Helvetica,sans-serif" font-size="12" letter-spacing="3" fill="${ink}" opacity=".7">${line}</text>`,
  );
}

/** A pasted label with two lines to write on. */
function plate(bench: Bench, look: Look): void {
  const [maker = ""] = look.print ?? [];
  bench.piece("M -46 -112 L 62 -112 L 62 -34 L -46 -34 Z", "#f3eee0", { fabric: "paper" });
  bench.raw(
    `<g fill="none" stroke="#3a352c" opacity=".8"><path d="M-40 -106H56V-40H-40Z" stroke-width="1.4"/><path d="M-24 -68H40M-24 -54H22" stroke-width="1.3" opacity=".6"/></g>` +
      `<text x="8" y="-84" text-anchor="middle" font-family="Liberation Serif,Georgia,serif" font-size="15" letter-spacing="2.4" fill="#2b271f">${maker}</text>`,
  );
}
