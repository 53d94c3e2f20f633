import { createBench } from "../bench";
import { dark, light } from "../colour";
import { type Drawing, has } from "../drawing";
import { ball, cylinder } from "../materials";
import { oval } from "../paths";
import { speckles } from "../speckles";

const BODY = "M -118 30 C -118 -40 -66 -74 0 -74 C 66 -74 118 -40 118 30 C 118 92 74 132 0 132 C -74 132 -118 92 -118 30 Z";

/** A teapot, its handle over the top, or at the side when `low`. Knows speckled, ribbed. */
export function drawTeapot(drawing: Drawing): string {
  const { look, ids } = drawing;
  const bench = createBench(drawing, "ceramic");
  const { colour } = look;
  const [body, lid] = [ball(ids, colour, 0.35), cylinder(ids, colour, 0.3)];
  const grip = look.accent ?? "#6b4a2f";
  bench.define(body.definition + lid.definition);
  if (!has(look, "low")) bench.band("M -92 -40 C -110 -220 110 -220 92 -40", grip, { width: 15, fabric: "leather" });
  bench.piece("M 96 10 C 132 0 148 -40 172 -66 C 182 -72 196 -66 194 -54 C 180 -10 160 60 104 80 Z", dark(colour, 0.12));
  bench.raw(`<ellipse cx="184" cy="-63" rx="12" ry="6" fill="${dark(colour, 0.65)}" transform="rotate(28 184 -63)"/>`);
  if (has(look, "low")) {
    bench.piece("M -104 10 C -150 0 -196 -20 -222 -30 C -236 -34 -240 -14 -228 -8 C -196 10 -150 40 -106 52 Z", light(colour, 0.04));
  }
  bench.piece(BODY, body.fill);
  if (has(look, "ribbed"))
    for (const y of [-36, -14, 8, 30, 52, 74, 96]) {
      const half = Math.round(116 * Math.sqrt(Math.max(0, 1 - ((y - 28) / 106) ** 2)));
      bench.raw(
        `<path d="M-${half} ${y} C -${half * 0.5} ${y + 16} ${half * 0.5} ${y + 16} ${half} ${y}" fill="none" stroke="${dark(colour, 0.5)}" stroke-width="3" opacity=".34"/><path d="M-${half} ${y + 4} C -${half * 0.5} ${y + 20} ${half * 0.5} ${y + 20} ${half} ${y + 4}" fill="none" stroke="#fff" stroke-width="2" opacity=".16"/>`,
      );
    }
  if (has(look, "speckled")) bench.raw(speckles(ids, BODY, dark(colour, 0.7)));
  bench.raw(
    `<path d="M-86 -6 C -76 -40 -50 -56 -20 -62" stroke="#fff" stroke-width="13" opacity=".34" fill="none" stroke-linecap="round" filter="url(#soft)"/>`,
  );
  bench.piece("M -62 -66 C -56 -94 -30 -104 0 -104 C 30 -104 56 -94 62 -66 C 30 -56 -30 -56 -62 -66 Z", lid.fill);
  bench.raw(
    `<path d="${oval({ x: 0, y: -114, rx: 17, ry: 14 })}" fill="${lid.fill}" filter="url(#piece)"/><ellipse cx="-5" cy="-119" rx="6" ry="3.6" fill="#fff" opacity=".4"/>`,
  );
  if (!has(look, "low"))
    for (const x of [-92, 92]) bench.raw(`<circle cx="${x}" cy="-42" r="10" fill="${dark(colour, 0.2)}" filter="url(#piece)"/>`);
  return bench.finish();
}
