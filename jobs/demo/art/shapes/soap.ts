import { createBench } from "../bench";
import { dark, light } from "../colour";
import { type Drawing, has } from "../drawing";
import { box, round } from "../paths";

/** A bar of soap, stamped; in a paper band when it has a second colour. Knows round, speckled. */
export function drawSoap(drawing: Drawing): string {
  const { look, chance } = drawing;
  const bench = createBench(drawing, "ceramic");
  const { colour } = look;
  const corner = has(look, "round") ? 86 : 34;
  bench.piece(box({ x: -158, y: -84, width: 320, height: 196, radius: corner }), dark(colour, 0.3));
  let specks = "";
  if (has(look, "speckled")) {
    for (let i = 0; i < 90; i += 1) {
      const [x, y, r] = [chance() * 280 - 140, chance() * 150 - 80, 1 + chance() * 2.6];
      specks += `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" fill="${chance() > 0.4 ? dark(colour, 0.5) : light(colour, 0.5)}" opacity=".55"/>`;
    }
  }
  bench.piece(box({ x: -160, y: -104, width: 320, height: 196, radius: corner }), light(colour, 0.04), {
    inside: specks,
    folds: [["M-140 70 C -60 86 60 86 140 70", 16, -0.16]],
  });
  bench.piece(box({ x: -132, y: -80, width: 264, height: 148, radius: Math.max(corner - 20, 18) }), light(colour, 0.08));
  const [maker = "SAVON", line = ""] = look.print ?? [];
  bench.raw(
    `<g font-family="Liberation Serif,Georgia,serif" text-anchor="middle" letter-spacing="7"><text x="1" y="7.4" font-size="40" fill="${light(colour, 0.55)}">${maker}</text><text x="0" y="6" font-size="40" fill="${dark(colour, 0.42)}">${maker}</text>` +
      `<text x="0" y="36" font-size="14" letter-spacing="4" fill="${dark(colour, 0.4)}">${line}</text></g>`,
  );
  if (look.accent !== undefined) {
    bench.piece("M 58 -112 L 134 -112 L 136 116 L 60 116 Z", look.accent, { fabric: "paper" });
    bench.raw(
      `<text x="0" y="0" transform="translate(104 4) rotate(90)" text-anchor="middle" font-family="Liberation Sans,Helvetica,sans-serif" font-size="15" letter-spacing="4" fill="${dark(look.accent, 0.7)}">${line}</text>`,
    );
  }
  return bench.finish();
}
