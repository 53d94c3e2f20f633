import { createBench } from "../bench";
import { dark, light } from "../colour";
import { type Drawing, has } from "../drawing";
import { linear } from "../materials";
import { flip } from "../paths";

const ROUNDED = "M 16 -20 C 24 -44 108 -48 124 -24 C 134 6 116 52 74 54 C 34 54 12 20 16 -20 Z";
const SQUARE = "M 16 -34 C 40 -42 106 -44 126 -36 C 132 -10 124 40 112 48 C 86 56 50 56 32 48 C 20 36 14 -10 16 -34 Z";
const CIRCLE = "M 70 -46 C 100 -46 122 -24 122 4 C 122 32 100 54 70 54 C 40 54 18 32 18 4 C 18 -24 40 -46 70 -46 Z";

/** Opened sunglasses from the front. Knows square and round; the second colour is the lens. */
export function drawSunglasses(drawing: Drawing): string {
  const { look, ids } = drawing;
  const bench = createBench(drawing, "rubber");
  const { colour } = look;
  const lens = look.accent ?? "#2a3a34";
  const tint = linear(
    ids,
    [0, 0, 0.7, 1],
    [
      [0, dark(lens, 0.45)],
      [0.7, lens],
      [1, light(lens, 0.45)],
    ],
  );
  bench.define(tint.definition);
  const temple = "M-126 -26 C -132 -70 -124 -130 -112 -172 C -108 -188 -98 -196 -90 -190";
  for (const path of [temple, flip(temple)])
    bench.raw(
      `<path d="${path}" fill="none" stroke="${dark(colour, 0.3)}" stroke-width="9" stroke-linecap="round" filter="url(#piece)"/><path d="${path}" fill="none" stroke="${light(colour, 0.3)}" stroke-width="1.6" stroke-linecap="round" opacity=".5" transform="translate(-2 0)"/>`,
    );
  const rim = has(look, "square") ? SQUARE : has(look, "round") ? CIRCLE : ROUNDED;
  for (const path of [rim, flip(rim)]) {
    const clip = ids("c");
    bench.define(`<clipPath id="${clip}"><path d="${path}"/></clipPath>`);
    const [from, to] = path === rim ? [34, 66] : [-104, -74];
    bench.raw(
      `<g filter="url(#piece)"><path d="${path}" fill="${tint.fill}" opacity=".94"/></g><g clip-path="url(#${clip})"><path d="M${from} -60 L${to} 70 M${from + 20} -60 L${to + 20} 70" stroke="#fff" stroke-width="9" opacity=".13"/><path d="${path}" fill="none" stroke="#000" stroke-width="26" opacity=".28" filter="url(#tiny)"/></g>` +
        `<path d="${path}" fill="none" stroke="${colour}" stroke-width="11" filter="url(#piece)"/><path d="${path}" fill="none" stroke="${light(colour, 0.45)}" stroke-width="2" opacity=".55" transform="translate(-1.6 -2.6)"/>`,
    );
  }
  bench.raw(
    `<path d="M-18 -20 C -8 -32 8 -32 18 -20" fill="none" stroke="${colour}" stroke-width="10" filter="url(#piece)"/><path d="M-15 -24 C -7 -33 7 -33 14 -25" fill="none" stroke="${light(colour, 0.4)}" stroke-width="1.8" opacity=".6"/>`,
  );
  return bench.finish();
}
