import { dark, type Hex, light } from "../colour";
import { type Drawing, has } from "../drawing";
import { cylinder, linear, metal as polished } from "../materials";
import { paperLabel } from "../print";

const LID: Hex = "#e4ddcf";

/** A jar of cream, closed, or `open` with the lid leaning on it. The second colour is the lid's; brass lids by `metal`. */
export function drawJar({ look, ids }: Drawing): string {
  const { colour } = look;
  const lidColour = look.accent ?? LID;
  const body = cylinder(ids, colour, 0.5);
  const lid = look.metal === undefined ? cylinder(ids, lidColour, 0.25) : polished(ids, look.metal);
  const top = linear(
    ids,
    [0, 0, 1, 1],
    [
      [0, light(look.metal ?? lidColour, 0.5)],
      [0.5, light(look.metal ?? lidColour, 0.1)],
      [1, dark(look.metal ?? lidColour, 0.2)],
    ],
  );
  const high = has(look, "tall") ? -70 : -34;
  const bodyPath = `M -112 ${high} C -118 ${high + 12} -118 ${high + 30} -118 ${high + 40} L -116 92 C -114 122 -60 132 0 132 C 60 132 114 122 116 92 L 118 ${high + 40} C 118 ${high + 30} 118 ${high + 12} 112 ${high} Z`;
  const shine = `<path d="M-96 ${high + 24} C -98 50 -96 70 -92 100" stroke="#fff" stroke-width="9" opacity=".34" fill="none" stroke-linecap="round" filter="url(#tiny)"/><path d="M-106 106 C -60 122 60 122 106 106" fill="none" stroke="#fff" stroke-width="2.4" opacity=".3"/>`;
  const label = paperLabel({ x: -58, y: high + 38, width: 116, height: 78, print: look.print ?? ["", ""] });
  const definitions = `<defs>${body.definition}${lid.definition}${top.definition}</defs>`;
  const vessel = `<g filter="url(#piece)"><path d="${bodyPath}" fill="${body.fill}"/></g>${shine}${label}`;
  if (has(look, "open")) {
    return (
      `${definitions}<g transform="translate(126 66) rotate(64)">${cover({ y: 0, lid: lid.fill, top: top.fill, edge: lidColour })}</g>${vessel}` +
      `<ellipse cx="0" cy="${high}" rx="112" ry="24" fill="${dark(colour, 0.25)}"/><ellipse cx="0" cy="${high}" rx="110" ry="22" fill="${light(colour, 0.4)}"/><ellipse cx="0" cy="${high + 3}" rx="97" ry="17" fill="#efe7da"/>` +
      `<path d="M-70 ${high + 3} C -50 ${high - 14} -4 ${high - 10} 10 ${high + 2} C 20 ${high + 10} 50 ${high - 6} 70 ${high}" fill="none" stroke="#fffaf0" stroke-width="10" stroke-linecap="round" opacity=".9"/><path d="M-60 ${high + 9} C -30 ${high + 1} 10 ${high + 16} 66 ${high + 7}" fill="none" stroke="#c9bda9" stroke-width="4" stroke-linecap="round" opacity=".6"/>`
    );
  }
  return `${definitions}${vessel}<g transform="translate(0 ${high})">${cover({ y: -46, lid: lid.fill, top: top.fill, edge: lidColour })}</g>`;
}

function cover({ y, lid, top, edge }: { y: number; lid: string; top: string; edge: Hex }): string {
  return (
    `<g filter="url(#piece)"><path d="M -119 ${y} L -119 ${y + 42} C -119 ${y + 66} -60 ${y + 72} 0 ${y + 72} C 60 ${y + 72} 119 ${y + 66} 119 ${y + 42} L 119 ${y} C 119 ${y - 16} -119 ${y - 16} -119 ${y} Z" fill="${lid}"/></g>` +
    `<ellipse cx="0" cy="${y}" rx="119" ry="24" fill="${top}"/><ellipse cx="0" cy="${y}" rx="118" ry="23" fill="none" stroke="${light(edge, 0.6)}" stroke-width="1.6" opacity=".7"/>`
  );
}
