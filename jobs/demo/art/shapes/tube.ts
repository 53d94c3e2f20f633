import { createBench } from "../bench";
import { brightness, dark, light } from "../colour";
import type { Drawing } from "../drawing";
import { cylinder } from "../materials";
import { box } from "../paths";
import { setLine } from "../print";

/** A tube of cream lying on its back: crimped at the far end, screw cap at the near one. */
export function drawTube(drawing: Drawing): string {
  const { look, ids } = drawing;
  const bench = createBench(drawing, "tin");
  const { colour } = look;
  const [body, cap] = [cylinder(ids, colour, 0.25), cylinder(ids, look.accent ?? "#e9e2d2", 0.3)];
  bench.define(body.definition + cap.definition);
  bench.piece("M -92 -190 L 92 -190 C 90 -90 78 40 56 116 L -56 116 C -78 40 -90 -90 -92 -190 Z", body.fill, {
    folds: [
      ["M-70 -160 C -60 -110 -40 -80 -34 -40", 10, -0.12],
      ["M60 -164 C 50 -120 30 -96 26 -50", 12, -0.14],
    ],
  });
  bench.piece("M -95 -216 L 95 -216 L 93 -186 L -93 -186 Z", light(colour, 0.06), { fabric: "rubber" });
  for (let x = -88; x <= 88; x += 8) bench.raw(`<path d="M${x} -214V-188" stroke="${dark(colour, 0.4)}" stroke-width="1.4" opacity=".4"/>`);
  bench.raw(`<path d="${box({ x: -58, y: 112, width: 116, height: 84, radius: 9 })}" fill="${cap.fill}" filter="url(#piece)"/>`);
  for (let x = -50; x <= 50; x += 8) bench.raw(`<path d="M${x} 124V186" stroke="#000" stroke-width="1.2" opacity=".13"/>`);
  const ink = brightness(colour) < 0.55 ? light(colour, 0.8) : dark(colour, 0.68);
  const [maker, line] = look.print ?? ["", ""];
  bench.raw(
    `${setLine(maker, { x: 0, y: -74, size: 30, width: 140, ink, spacing: 7 })}<path d="M-24 -52H24" stroke="${ink}" stroke-width="1.2"/>${setLine(line, { x: 0, y: -28, size: 17, width: 130, ink, italic: true })}`,
  );
  return bench.finish();
}
