import { dark, type Hex, light } from "../colour";
import { type Drawing, has } from "../drawing";
import { cylinder, glass, metal as polished } from "../materials";
import { box } from "../paths";
import { paperLabel } from "../print";

const STOPPER: Hex = "#17201d";

/** A glass flask. Plain stopper, `dropper` for a serum, `pump` for a lotion. Knows tall, squat. */
export function drawBottle({ look, ids }: Drawing): string {
  const { colour } = look;
  const cap = look.accent ?? STOPPER;
  const inside = glass(ids, colour);
  const top = cylinder(ids, cap, 0.4);
  const brass = polished(ids, look.metal ?? "#cfae70");
  const [half, high] = has(look, "tall") ? [62, -84] : has(look, "squat") ? [92, 0] : [76, -40];
  const shoulder = high + 44;
  const wall = `M -28 ${high} C -28 ${high - 14} -${half - 6} ${high - 4} -${half - 2} ${shoulder - 16} L -${half} 118 C -${half} 140 -${half - 10} 148 -${half - 26} 148 L ${half - 26} 148 C ${half - 10} 148 ${half} 140 ${half} 118 L ${half - 2} ${shoulder - 16} C ${half - 6} ${high - 4} 28 ${high - 14} 28 ${high} Z`;
  const inner = half - 9;
  const fill = `M -${inner - 1} ${shoulder + 2} L -${inner} 116 C -${inner} 132 -${inner - 7} 138 -${inner - 18} 138 L ${inner - 18} 138 C ${inner - 7} 138 ${inner} 132 ${inner} 116 L ${inner - 1} ${shoulder + 2} C ${inner * 0.4} ${shoulder + 10} -${inner * 0.4} ${shoulder - 6} -${inner - 1} ${shoulder + 2} Z`;
  const closure = has(look, "dropper")
    ? dropper(high, brass.fill, top.fill)
    : has(look, "pump")
      ? pump(high, brass.fill, top.fill)
      : stopper(high, top.fill, cap);
  const labelTop = Math.max(shoulder + 16, 10);
  return (
    `<defs>${inside.definition}${top.definition}${brass.definition}</defs>${has(look, "pump") ? closure : ""}` +
    `<g filter="url(#piece)"><path d="${wall}" fill="${light(colour, 0.66)}"/></g><path d="${fill}" fill="${inside.fill}" opacity=".94"/>` +
    `<path d="M-${inner - 1} ${shoulder + 2} C -${inner * 0.4} ${shoulder - 6} ${inner * 0.4} ${shoulder + 10} ${inner - 1} ${shoulder + 2}" fill="none" stroke="${light(colour, 0.5)}" stroke-width="2" opacity=".7"/>` +
    `<path d="M-${half - 10} 136 C -${half * 0.5} 146 ${half * 0.5} 146 ${half - 10} 136" fill="none" stroke="#fff" stroke-width="2.4" opacity=".45"/>` +
    `<path d="M-${half - 13} ${shoulder + 10} V112" stroke="#fff" stroke-width="6" opacity=".42" stroke-linecap="round"/><path d="M-${half - 16} ${shoulder - 18} C -${half - 20} ${high + 6} -44 ${high + 2} -36 ${high}" stroke="#fff" stroke-width="4.4" opacity=".7" fill="none" stroke-linecap="round"/>` +
    `<path d="M${half - 9} ${shoulder + 16} V110" stroke="#fff" stroke-width="2.2" opacity=".5" stroke-linecap="round"/>` +
    paperLabel({ x: -inner + 22, y: labelTop, width: 2 * inner - 44, height: 118 - labelTop, print: look.print ?? ["", ""] }) +
    (has(look, "pump") ? "" : closure)
  );
}

function stopper(high: number, fill: string, cap: Hex): string {
  return `<path d="${box({ x: -30, y: high - 70, width: 60, height: 74, radius: 5 })}" fill="${fill}" filter="url(#piece)"/><path d="M-28 ${high - 66} C -10 ${high - 62} 10 ${high - 62} 28 ${high - 66}" stroke="${light(cap, 0.4)}" stroke-width="1.6" fill="none" opacity=".6"/><rect x="-30" y="${high - 4}" width="60" height="6" fill="${dark(cap, 0.4)}" opacity=".5"/>`;
}

function dropper(high: number, brass: string, rubber: string): string {
  return (
    `<path d="M-15 ${high - 34} C -20 ${high - 60} -20 ${high - 100} -12 ${high - 112} C -6 ${high - 120} 6 ${high - 120} 12 ${high - 112} C 20 ${high - 100} 20 ${high - 60} 15 ${high - 34}Z" fill="${rubber}" filter="url(#piece)"/>` +
    `<rect x="-30" y="${high - 40}" width="60" height="44" rx="4" fill="${brass}" filter="url(#piece)"/><path d="M-30 ${high - 32}H30M-30 ${high - 26}H30" stroke="#000" opacity=".16"/>` +
    `<path d="M-5 ${high + 8} V66 C -5 76 5 76 5 66 V${high + 8}Z" fill="#fff" opacity=".3"/>`
  );
}

function pump(high: number, brass: string, rubber: string): string {
  return (
    `<path d="M-9 ${high - 30} V${high - 66} H9 V${high - 30}Z" fill="${brass}"/><path d="M-24 ${high - 66} C -24 ${high - 84} 10 ${high - 86} 30 ${high - 82} L 74 ${high - 74} C 80 ${high - 72} 80 ${high - 56} 76 ${high - 52} L 70 ${high - 54} C 70 ${high - 60} 60 ${high - 62} 24 ${high - 62} Z" fill="${rubber}" filter="url(#piece)"/>` +
    `<rect x="-32" y="${high - 38}" width="64" height="42" rx="5" fill="${rubber}" filter="url(#piece)"/>`
  );
}
