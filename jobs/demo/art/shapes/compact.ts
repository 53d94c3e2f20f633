import { createBench } from "../bench";
import { dark, type Hex, light } from "../colour";
import { type Drawing, has } from "../drawing";
import { linear, radial } from "../materials";
import { oval, round } from "../paths";

/** An open compact seen from above: powder below, mirror above. The second colour is the case's. Knows double (two powders). */
export function drawCompact(drawing: Drawing): string {
  const { look, ids, chance } = drawing;
  const bench = createBench(drawing, "ceramic");
  const shell: Hex = look.accent ?? "#23201e";
  const mirror = linear(
    ids,
    [0, 0, 1, 1],
    [
      [0, "#eef2f2"],
      [0.34, "#b9c4c6"],
      [0.36, "#f7fafa"],
      [0.5, "#c9d3d4"],
      [1, "#8d9a9d"],
    ],
  );
  const powder = radial(
    ids,
    [0.4, 0.3, 0.8],
    [
      [0, light(look.colour, 0.2)],
      [0.6, look.colour],
      [1, dark(look.colour, 0.16)],
    ],
  );
  bench.define(mirror.definition + powder.definition);
  bench.piece(oval({ x: 0, y: -112, rx: 116, ry: 112 }), shell);
  bench.raw(
    `<circle cx="0" cy="-112" r="94" fill="${mirror.fill}"/><circle cx="0" cy="-112" r="94" fill="none" stroke="${dark(shell, 0.4)}" stroke-width="3"/><path d="M-60 -160 L-20 -60 M-36 -172 L 10 -58" stroke="#fff" stroke-width="9" opacity=".25"/>`,
  );
  bench.piece("M -34 -8 L 34 -8 L 34 12 L -34 12 Z", look.metal ?? light(shell, 0.2), { fabric: "rubber" });
  bench.piece(oval({ x: 0, y: 112, rx: 116, ry: 112 }), shell);
  bench.raw(`<circle cx="0" cy="112" r="95" fill="${dark(shell, 0.5)}"/>`);
  let dust = "";
  for (let i = 0; i < 60; i += 1) {
    const [angle, reach] = [chance() * 6.283, Math.sqrt(chance()) * 86];
    dust += `<circle cx="${round(Math.cos(angle) * reach)}" cy="${round(112 + Math.sin(angle) * reach)}" r="${round(0.6 + chance())}" fill="#fff" opacity=".35"/>`;
  }
  bench.piece(oval({ x: 0, y: 112, rx: 91, ry: 88 }), powder.fill, {
    fabric: "felt",
    folds: [
      ["M-60 60 C -20 40 40 60 66 110", 18, 0.14],
      ["M-40 160 C 0 180 50 170 70 140", 16, -0.12],
    ],
  });
  if (has(look, "double")) bench.piece("M 3 24 C 52 26 90 66 91 112 C 90 160 52 198 3 200 Z", light(look.colour, 0.34), { fabric: "felt" });
  const [maker = ""] = look.print ?? [];
  bench.raw(
    `${dust}<text x="0" y="119" text-anchor="middle" font-family="Liberation Serif,Georgia,serif" font-size="23" letter-spacing="6" fill="${dark(look.colour, 0.34)}" opacity=".55">${maker}</text>`,
  );
  return bench.finish();
}
