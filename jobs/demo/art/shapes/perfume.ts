import { dark, type Hex, light } from "../colour";
import { type Drawing, has } from "../drawing";
import { cylinder, glass, linear, metal as polished } from "../materials";
import { box, oval } from "../paths";
import { setLine } from "../print";

/** A perfume in thick glass. Knows round; the second colour is the cap's. */
export function drawPerfume({ look, ids }: Drawing): string {
  const { colour } = look;
  const cap: Hex = look.accent ?? "#20242a";
  const [juice, top, collar] = [glass(ids, colour), cylinder(ids, cap, 0.45), polished(ids, look.metal ?? "#cfae70")];
  const wall = linear(
    ids,
    [0, 0, 1, 0.4],
    [
      [0, light(colour, 0.82)],
      [0.2, "#ffffff"],
      [0.4, light(colour, 0.62)],
      [0.8, light(colour, 0.5)],
      [1, light(colour, 0.86)],
    ],
  );
  const rounded = has(look, "round");
  const outline = rounded ? oval({ x: 0, y: 32, rx: 122, ry: 116 }) : box({ x: -104, y: -76, width: 208, height: 224, radius: 18 });
  const inside = rounded ? oval({ x: 0, y: 36, rx: 96, ry: 90 }) : box({ x: -84, y: -46, width: 168, height: 158, radius: 8 });
  const [maker, line] = look.print ?? ["", ""];
  const ink = dark(colour, 0.86);
  return (
    `<defs>${juice.definition}${top.definition}${collar.definition}${wall.definition}</defs>` +
    `<g filter="url(#piece)"><path d="${outline}" fill="${wall.fill}"/></g><path d="${outline}" fill="none" stroke="${dark(colour, 0.25)}" stroke-width="2" opacity=".35"/>` +
    `<path d="${inside}" fill="${juice.fill}" opacity=".9"/><path d="${inside}" fill="none" stroke="#fff" stroke-width="2" opacity=".55"/>` +
    `<path d="M0 -76 V2" stroke="#fff" stroke-width="4" opacity=".35"/>` +
    (rounded
      ? `<path d="M-104 10 C -98 -40 -64 -68 -30 -76" stroke="#fff" stroke-width="8" opacity=".75" fill="none" stroke-linecap="round"/><path d="M60 118 C 88 104 104 78 110 50" stroke="#fff" stroke-width="4" opacity=".55" fill="none" stroke-linecap="round"/>`
      : `<path d="M-94 -58 V132" stroke="#fff" stroke-width="7" opacity=".7" stroke-linecap="round"/><path d="M-76 -34 V96" stroke="#fff" stroke-width="9" opacity=".25" stroke-linecap="round"/><path d="M-90 134H90" stroke="#fff" stroke-width="5" opacity=".6" stroke-linecap="round"/>`) +
    setLine(maker, { x: 0, y: 36, size: 29, width: 160, ink, spacing: 5 }) +
    setLine(line, { x: 0, y: 62, size: 17, width: 140, ink, italic: true }) +
    `<rect x="-26" y="-98" width="52" height="24" rx="3" fill="${collar.fill}" filter="url(#piece)"/>` +
    `<path d="${rounded ? oval({ x: 0, y: -136, rx: 46, ry: 44 }) : box({ x: -46, y: -176, width: 92, height: 82, radius: 6 })}" fill="${top.fill}" filter="url(#piece)"/>` +
    `<path d="M-32 -160 V-108" stroke="#fff" stroke-width="5" opacity=".28" stroke-linecap="round"/>`
  );
}
