import { createBench } from "../bench";
import { dark, light } from "../colour";
import { type Drawing, has } from "../drawing";
import { cylinder, linear, radial } from "../materials";
import { oval } from "../paths";

/** A table lamp that is on: a dome, or a pleated shade when `pleated`, or a globe when `round`. */
export function drawLamp(drawing: Drawing): string {
  if (has(drawing.look, "round")) return globe(drawing);
  return has(drawing.look, "pleated") ? shaded(drawing) : dome(drawing);
}

function glow(drawing: Drawing, y: number, reach: number): string {
  const halo = radial(
    drawing.ids,
    [0.5, 0.5, 0.5],
    [
      [0, "#ffe9b8", 0.95],
      [0.35, "#ffdc96", 0.4],
      [1, "#ffdc96", 0],
    ],
  );
  return `<defs>${halo.definition}</defs><ellipse cx="0" cy="${y}" rx="${reach}" ry="${reach * 0.78}" fill="${halo.fill}"/>`;
}

function dome(drawing: Drawing): string {
  const { look, ids } = drawing;
  const { colour } = look;
  const base = look.accent ?? colour;
  const shade = linear(
    ids,
    [0, 0, 1, 0.25],
    [
      [0, light(colour, 0.45)],
      [0.35, colour],
      [1, dark(colour, 0.5)],
    ],
  );
  const stem = cylinder(ids, base, 0.5);
  return (
    `${glow(drawing, 30, 310)}<defs>${shade.definition}${stem.definition}</defs><g filter="url(#piece)"><ellipse cx="0" cy="214" rx="104" ry="20" fill="${dark(base, 0.5)}"/><ellipse cx="0" cy="208" rx="104" ry="19" fill="${stem.fill}"/><path d="M-20 -20 C -18 80 -18 130 -34 190 C -40 206 40 206 34 190 C 18 130 18 80 20 -20Z" fill="${stem.fill}"/></g>` +
    `<path d="M-20 -20 C -19 20 -18 50 -18 70 C 0 78 0 78 18 70 C 18 50 19 20 20 -20Z" fill="#ffe0a0" opacity=".55"/><ellipse cx="0" cy="206" rx="70" ry="9" fill="#ffe2a6" opacity=".3" filter="url(#tiny)"/>` +
    `<ellipse cx="0" cy="-26" rx="146" ry="27" fill="#ffe7b4"/><ellipse cx="0" cy="-22" rx="110" ry="17" fill="#fff7e0"/>` +
    `<path d="M-152 -30 C -152 -150 -84 -196 0 -196 C 84 -196 152 -150 152 -30 C 100 -8 -100 -8 -152 -30Z" fill="${shade.fill}"/><path d="M-152 -30 C -100 -8 100 -8 152 -30" stroke="#fff2cf" stroke-width="3.4" fill="none" opacity=".85"/>` +
    `<path d="M-112 -86 C -98 -146 -56 -172 -18 -178" stroke="#fff" stroke-width="13" opacity=".34" fill="none" stroke-linecap="round" filter="url(#soft)"/>`
  );
}

function shaded(drawing: Drawing): string {
  const { look, ids } = drawing;
  const bench = createBench(drawing, "ceramic");
  const base = look.accent ?? "#8a5a3b";
  const foot = cylinder(ids, base, 0.4);
  const cloth = linear(
    ids,
    [0, 0, 1, 0],
    [
      [0, dark(look.colour, 0.26)],
      [0.25, light(look.colour, 0.25)],
      [0.5, light(look.colour, 0.42)],
      [0.75, look.colour],
      [1, dark(look.colour, 0.34)],
    ],
  );
  bench.define(foot.definition + cloth.definition);
  bench.raw(glow(drawing, -30, 320));
  bench.piece(
    "M -22 -20 C -24 6 -20 20 -34 40 C -84 84 -96 150 -60 196 C -40 222 40 222 60 196 C 96 150 84 84 34 40 C 20 20 24 6 22 -20 Z",
    foot.fill,
  );
  bench.raw(
    `<path d="M-60 100 C -70 130 -66 160 -52 180" stroke="#fff" stroke-width="9" opacity=".35" fill="none" stroke-linecap="round" filter="url(#tiny)"/><ellipse cx="0" cy="-14" rx="128" ry="17" fill="#ffe7b4"/>`,
  );
  bench.piece("M -74 -204 C -40 -212 40 -212 74 -204 L 140 -20 C 90 2 -90 2 -140 -20 Z", cloth.fill, { fabric: "paper" });
  for (let i = -13; i <= 13; i += 1)
    bench.raw(
      `<path d="M${i * 5.4} -206 L${i * 10.3} ${-6 - Math.abs(i) * 0.9}" stroke="${i % 2 === 0 ? dark(look.colour, 0.4) : "#ffffff"}" stroke-width="2.6" opacity="${i % 2 === 0 ? 0.3 : 0.25}"/>`,
    );
  bench.raw(
    `<path d="M -140 -20 C -90 2 90 2 140 -20" stroke="#fff0c8" stroke-width="4" fill="none" opacity=".8"/><ellipse cx="0" cy="-90" rx="70" ry="80" fill="#fff3cf" opacity=".34" filter="url(#haze)"/>`,
  );
  return bench.finish();
}

function globe(drawing: Drawing): string {
  const { look, ids } = drawing;
  const base = cylinder(ids, look.colour, 0.5);
  const ball = radial(
    ids,
    [0.44, 0.46, 0.6],
    [
      [0, "#fffdf2"],
      [0.45, "#fff1c9"],
      [0.8, "#f6d591"],
      [1, "#dcb067"],
    ],
  );
  return (
    `${glow(drawing, -60, 330)}<defs>${base.definition}${ball.definition}</defs>` +
    `<g filter="url(#piece)"><ellipse cx="0" cy="208" rx="92" ry="18" fill="${dark(look.colour, 0.4)}"/><ellipse cx="0" cy="200" rx="92" ry="18" fill="${base.fill}"/><path d="M-11 40 V198 C -4 204 4 204 11 198 V40Z" fill="${base.fill}"/><path d="M-46 44 C -40 70 40 70 46 44 L 30 64 C 16 78 -16 78 -30 64Z" fill="${base.fill}"/></g>` +
    `<path d="${oval({ x: 0, y: -58, rx: 120, ry: 118 })}" fill="${ball.fill}"/><path d="M-84 -100 C -74 -134 -50 -154 -24 -162" stroke="#fff" stroke-width="12" opacity=".6" fill="none" stroke-linecap="round" filter="url(#soft)"/>`
  );
}
