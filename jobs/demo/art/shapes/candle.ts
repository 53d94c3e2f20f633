import { createBench } from "../bench";
import { dark, light } from "../colour";
import { type Drawing, has } from "../drawing";
import { cylinder, radial } from "../materials";
import { paperLabel } from "../print";

/** A candle in a glass or glazed vessel. Knows lit, tall, lidded; the second colour is the wax. */
export function drawCandle(drawing: Drawing): string {
  const { look, ids } = drawing;
  const bench = createBench(drawing, "ceramic");
  const { colour } = look;
  const wax = look.accent ?? "#f1e8d6";
  const high = has(look, "tall") ? -130 : -76;
  const body = cylinder(ids, colour, 0.5);
  bench.define(body.definition);
  if (has(look, "lit")) bench.raw(flame(drawing, high, true));
  bench.piece(
    `M -104 ${high} L -102 118 C -100 146 -50 154 0 154 C 50 154 100 146 102 118 L 104 ${high} C 60 ${high + 24} -60 ${high + 24} -104 ${high} Z`,
    body.fill,
  );
  bench.raw(
    `<path d="M-84 ${high + 34} L -82 112" stroke="#fff" stroke-width="9" opacity=".34" stroke-linecap="round" filter="url(#tiny)"/><path d="M-94 128 C -50 144 50 144 94 128" fill="none" stroke="#fff" stroke-width="2.2" opacity=".3"/>`,
  );
  bench.raw(
    `<ellipse cx="0" cy="${high}" rx="104" ry="23" fill="${dark(colour, 0.3)}"/><ellipse cx="0" cy="${high}" rx="104" ry="23" fill="none" stroke="${light(colour, 0.55)}" stroke-width="2.6"/>`,
  );
  if (has(look, "lidded")) bench.raw(lid(drawing, high));
  else {
    const melt = radial(
      ids,
      [0.5, 0.5, 0.6],
      [
        [0, has(look, "lit") ? "#fff6d2" : light(wax, 0.3)],
        [0.6, wax],
        [1, dark(wax, 0.2)],
      ],
    );
    bench.raw(
      `<defs>${melt.definition}</defs><ellipse cx="0" cy="${high + 3}" rx="95" ry="18.5" fill="${melt.fill}"/><path d="M0 ${high + 4} C -2 ${high - 8} 2 ${high - 14} 1 ${high - 24}" stroke="#2a2420" stroke-width="4" fill="none" stroke-linecap="round"/>`,
    );
  }
  bench.raw(paperLabel({ x: -46, y: high + 62, width: 92, height: 84, print: look.print ?? ["", ""] }));
  if (has(look, "lit")) bench.raw(flame(drawing, high, false));
  return bench.finish();
}

function flame({ ids }: Drawing, high: number, halo: boolean): string {
  const glow = radial(
    ids,
    [0.5, 0.5, 0.5],
    [
      [0, "#ffe9b8", 0.9],
      [0.4, "#ffd98c", 0.3],
      [1, "#ffd98c", 0],
    ],
  );
  if (halo) return `<defs>${glow.definition}</defs><circle cx="0" cy="${high - 40}" r="210" fill="${glow.fill}"/>`;
  const heart = radial(
    ids,
    [0.5, 0.7, 0.6],
    [
      [0, "#fffbe8"],
      [0.5, "#ffe08a"],
      [1, "#f59a3c"],
    ],
  );
  return `<defs>${heart.definition}${glow.definition}</defs><path d="M1 ${high - 18} C -16 ${high - 30} -8 ${high - 58} 2 ${high - 78} C 8 ${high - 58} 18 ${high - 34} 1 ${high - 18}Z" fill="${heart.fill}" opacity=".96"/><circle cx="0" cy="${high - 42}" r="66" fill="${glow.fill}" opacity=".55"/>`;
}

function lid({ look, ids }: Drawing, high: number): string {
  const brass = cylinder(ids, look.metal ?? "#c2a26a", 0.6);
  const tone = look.metal ?? "#c2a26a";
  return `<defs>${brass.definition}</defs><g filter="url(#piece)"><path d="M-108 ${high - 20} L-108 ${high} C -60 ${high + 26} 60 ${high + 26} 108 ${high} L108 ${high - 20} C 60 ${high - 42} -60 ${high - 42} -108 ${high - 20}Z" fill="${brass.fill}"/></g><ellipse cx="0" cy="${high - 20}" rx="108" ry="23" fill="${light(tone, 0.18)}"/><ellipse cx="-14" cy="${high - 24}" rx="70" ry="12" fill="#fff" opacity=".25" filter="url(#tiny)"/><ellipse cx="0" cy="${high - 28}" rx="16" ry="6" fill="${dark(tone, 0.3)}"/><path d="M-16 ${high - 40} V${high - 28} C -16 ${high - 22} 16 ${high - 22} 16 ${high - 28} V${high - 40}Z" fill="${brass.fill}"/><ellipse cx="0" cy="${high - 40}" rx="16" ry="6" fill="${light(tone, 0.35)}"/>`;
}
