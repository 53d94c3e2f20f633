import { type Bench, createBench } from "../bench";
import { dark, type Hex, light } from "../colour";
import { type Drawing, has } from "../drawing";
import { fitting } from "../materials";
import { open, symmetrical } from "../paths";

/** A bag with a flap: carried by a handle, or on a long strap when `crossbody`. Knows round. */
export function drawHandbag(drawing: Drawing): string {
  const { look, ids } = drawing;
  const bench = createBench(drawing, look.fabric ?? "leather");
  const { colour } = look;
  const metal = look.metal ?? "#c9a45c";
  const steel = fitting(ids, metal);
  bench.define(steel.definition);
  if (has(look, "crossbody")) strap(bench, colour);
  else bench.band("M-64 -90 C -62 -196 62 -196 64 -90", dark(colour, 0.3), { width: 13 });
  body(bench, colour, has(look, "round"));
  if (!has(look, "crossbody")) handle(bench, colour, steel.fill);
  bench.raw(clasp(steel.fill, metal));
  return bench.finish();
}

function body(bench: Bench, colour: Hex, round: boolean): void {
  const outline = round
    ? "0,-92 C 60,-92 112,-92 132,-84 C 156,-10 164,60 146,118 C 128,160 70,172 0,172"
    : "0,-92 C 60,-92 112,-92 130,-86 C 142,0 154,90 158,138 C 158,154 150,162 136,164 C 90,170 40,170 0,170";
  bench.piece(symmetrical(outline), colour, {
    folds: [
      ["M-150 150 C -60 120 60 120 150 150", 30, -0.2],
      ["M-136 -60 C -140 40 -146 100 -150 150", 16, -0.26],
      ["M136 -60 C 140 40 146 100 150 150", 18, -0.3],
    ],
  });
  if (!round)
    bench.line(open(symmetrical("0,158 C 60,158 110,156 134,152 C 146,150 148,140 146,126 L 140,60")), light(colour, 0.4), 1.2, {
      dashes: "5 4",
      opacity: 0.35,
    });
  bench.piece(
    symmetrical("0,-100 C 60,-100 118,-100 137,-90 C 141,-60 143,-40 142,-14 C 138,14 110,34 70,42 C 40,46 20,47 0,47"),
    light(colour, 0.05),
    {
      folds: [
        ["M-120 -84 C -40 -92 40 -92 120 -84", 10, 0.22],
        ["M-100 0 C -40 30 40 30 110 0", 22, -0.14],
      ],
    },
  );
  bench.line(open(symmetrical("0,38 C 20,38 40,37 68,33 C 106,26 130,8 134,-16 L 132,-82")), light(colour, 0.45), 1.3, {
    dashes: "5 4",
    opacity: 0.55,
  });
}

function handle(bench: Bench, colour: Hex, steel: string): void {
  const path = "M-78 -78 C -78 -214 78 -214 78 -78";
  bench.band(path, light(colour, 0.03), {
    width: 14,
    inside: `<path d="${path}" fill="none" stroke="${light(colour, 0.45)}" stroke-width="1.2" stroke-dasharray="5 4" opacity=".5"/>`,
  });
  for (const x of [-78, 78]) {
    bench.raw(
      `<rect x="${x - 13}" y="-84" width="26" height="15" rx="3" fill="#000" opacity=".35" filter="url(#tiny)" transform="translate(1.5 3)"/><rect x="${x - 13}" y="-84" width="26" height="15" rx="3" fill="${steel}"/>`,
    );
  }
}

function strap(bench: Bench, colour: Hex): void {
  bench.band("M-132 -80 C -190 -240 -60 -268 10 -226 C 80 -184 150 -250 132 -80", dark(colour, 0.06), { width: 15 });
  bench.line("M-132 -80 C -190 -240 -60 -268 10 -226 C 80 -184 150 -250 132 -80", light(colour, 0.4), 1.1, { dashes: "5 4", opacity: 0.5 });
}

function clasp(steel: string, metal: Hex): string {
  return (
    `<g transform="translate(0 42)"><rect x="-20" y="-13" width="40" height="27" rx="5" fill="#000" opacity=".45" filter="url(#tiny)" transform="translate(2 4)"/>` +
    `<rect x="-20" y="-13" width="40" height="27" rx="5" fill="${steel}"/><rect x="-13" y="-3" width="26" height="7" rx="3.5" fill="${dark(metal, 0.6)}"/><rect x="-13" y="-3" width="26" height="3" rx="1.5" fill="#000" opacity=".35"/></g>`
  );
}
