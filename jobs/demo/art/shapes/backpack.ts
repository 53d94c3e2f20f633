import { createBench } from "../bench";
import { dark, light } from "../colour";
import { type Drawing, has } from "../drawing";
import { fitting } from "../materials";
import { flip, symmetrical } from "../paths";

/** A backpack: roll-top when `high`, flap otherwise, one front pocket, leather tabs. */
export function drawBackpack(drawing: Drawing): string {
  const { look, ids } = drawing;
  const bench = createBench(drawing, look.fabric ?? "twill");
  const { colour } = look;
  const trim = look.accent ?? "#7a4e2d";
  const steel = fitting(ids, look.metal ?? "#b9a27a");
  bench.define(steel.definition);
  const textures = [bench.texture(look.texture ?? "weave", colour)];
  bench.band("M-26 -190 C -26 -250 26 -250 26 -190", trim, { width: 13, fabric: "leather" });
  for (const path of ["M 118 -120 C 176 -60 184 60 150 176", flip("M 118 -120 C 176 -60 184 60 150 176")])
    bench.band(path, dark(colour, 0.2), { width: 24 });
  bench.piece(
    symmetrical("0,-196 C 60,-198 108,-180 124,-130 C 140,-40 146,90 142,180 C 138,204 120,212 96,214 C 60,218 30,218 0,218"),
    colour,
    {
      textures,
      folds: [
        ["M-120 -60 C -128 40 -130 120 -126 206", 24, -0.24],
        ["M120 -60 C 128 40 132 120 126 206", 26, -0.28],
        ["M-60 -40 C -40 0 -70 30 -50 60", 18, -0.12],
      ],
    },
  );
  bench.piece(
    symmetrical("0,48 C 50,48 90,46 112,40 C 118,90 118,140 114,182 C 108,196 96,200 80,201 C 50,204 20,204 0,204"),
    light(colour, 0.03),
    {
      textures,
      folds: [
        ["M-100 186 C -40 196 40 196 100 186", 14, -0.22],
        ["M-104 60 C -60 68 60 68 104 60", 10, 0.14],
      ],
    },
  );
  bench.line("M-108 52 C -60 60 60 60 108 52", dark(colour, 0.5), 1.4, { dashes: "5 3.6", opacity: 0.6 });
  if (has(look, "high")) {
    bench.piece(
      symmetrical("0,-212 C 60,-212 110,-206 122,-190 C 128,-160 126,-130 120,-112 C 70,-100 30,-98 0,-98"),
      light(colour, 0.04),
      {
        textures,
        folds: [
          ["M-116 -120 C -40 -106 40 -106 116 -120", 14, -0.26],
          ["M-110 -160 C -40 -148 40 -148 110 -160", 10, 0.18],
        ],
      },
    );
  } else {
    bench.piece(symmetrical("0,-206 C 70,-208 118,-190 132,-130 C 138,-80 136,-30 128,0 C 100,18 50,24 0,24"), light(colour, 0.04), {
      textures,
      folds: [
        ["M-120 -10 C -50 12 50 12 120 -10", 16, -0.22],
        ["M-110 -150 C -50 -176 50 -176 110 -150", 14, 0.16],
      ],
    });
    bench.line("M-120 -8 C -90 10 -50 15 0 15 C 50 15 90 10 120 -8", dark(colour, 0.5), 1.4, { dashes: "5 3.6", opacity: 0.6 });
  }
  const [tabTop, tabEnd] = has(look, "high") ? [-120, 30] : [-30, 84];
  for (const x of [-58, 58]) {
    bench.piece(
      `M ${x - 11} ${tabTop} L ${x + 11} ${tabTop} L ${x + 11} ${tabEnd - 10} C ${x + 9} ${tabEnd} ${x - 9} ${tabEnd} ${x - 11} ${tabEnd - 10} Z`,
      trim,
      { fabric: "leather" },
    );
    bench.raw(
      `<rect x="${x - 16}" y="${tabEnd - 46}" width="32" height="22" rx="4" fill="none" stroke="${steel.fill}" stroke-width="5" filter="url(#piece)"/><path d="M${x} ${tabEnd - 46}V${tabEnd - 22}" stroke="${steel.fill}" stroke-width="4"/>`,
    );
  }
  return bench.finish();
}
