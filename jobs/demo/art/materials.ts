import { dark, type Hex, light } from "./colour";
import type { Ids } from "./drawing";

/** A gradient to define and the fill that uses it. */
export type Paint = { readonly definition: string; readonly fill: string };

type Stop = readonly [offset: number, colour: Hex, opacity?: number];

/** The side of an upright cylinder lit from the left. `gloss` 0..1: from chalk to lacquer. */
export function cylinder(ids: Ids, colour: Hex, gloss: number): Paint {
  return linear(
    ids,
    [0, 0, 1, 0],
    [
      [0, dark(colour, 0.42)],
      [0.1, dark(colour, 0.1)],
      [0.24, light(colour, 0.2 + gloss * 0.45)],
      [0.36, light(colour, 0.06)],
      [0.62, dark(colour, 0.08)],
      [0.86, dark(colour, 0.42)],
      [0.95, dark(colour, 0.3 - gloss * 0.1)],
      [1, dark(colour, 0.46)],
    ],
  );
}

/** Polished metal seen from the side: hard light and dark bands. */
export function metal(ids: Ids, colour: Hex): Paint {
  return linear(
    ids,
    [0, 0, 1, 0],
    [
      [0, dark(colour, 0.5)],
      [0.14, light(colour, 0.72)],
      [0.3, colour],
      [0.46, dark(colour, 0.28)],
      [0.66, dark(colour, 0.42)],
      [0.84, light(colour, 0.34)],
      [1, dark(colour, 0.55)],
    ],
  );
}

/** A small metal fitting lit from the upper left. */
export function fitting(ids: Ids, colour: Hex): Paint {
  return linear(
    ids,
    [0, 0, 1, 1],
    [
      [0, light(colour, 0.75)],
      [0.4, colour],
      [0.62, dark(colour, 0.45)],
      [1, light(colour, 0.4)],
    ],
  );
}

/** Coloured glass with something in it: bright at both edges, deep in between. */
export function glass(ids: Ids, colour: Hex): Paint {
  return linear(
    ids,
    [0, 0, 1, 0],
    [
      [0, dark(colour, 0.4)],
      [0.12, light(colour, 0.34)],
      [0.28, colour],
      [0.74, dark(colour, 0.22)],
      [0.92, light(colour, 0.42)],
      [1, dark(colour, 0.36)],
    ],
  );
}

/** A round body lit from the upper left. */
export function ball(ids: Ids, colour: Hex, gloss: number): Paint {
  return radial(
    ids,
    [0.34, 0.26, 0.86],
    [
      [0, light(colour, 0.3 + gloss * 0.4)],
      [0.3, light(colour, 0.08)],
      [0.62, dark(colour, 0.1)],
      [1, dark(colour, 0.5)],
    ],
  );
}

/** A gradient along a line in the box of what it fills. */
export function linear(ids: Ids, [x1, y1, x2, y2]: readonly [number, number, number, number], stops: readonly Stop[]): Paint {
  const id = ids("g");
  return {
    definition: `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stops.map(stop).join("")}</linearGradient>`,
    fill: `url(#${id})`,
  };
}

/** A gradient around a point in the box of what it fills. */
export function radial(ids: Ids, [cx, cy, r]: readonly [number, number, number], stops: readonly Stop[]): Paint {
  const id = ids("g");
  return {
    definition: `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stops.map(stop).join("")}</radialGradient>`,
    fill: `url(#${id})`,
  };
}

/** A sewn button with four holes. */
export function button(ids: Ids, { x, y, radius, colour }: { x: number; y: number; radius: number; colour: Hex }): string {
  const face = radial(
    ids,
    [0.35, 0.3, 0.7],
    [
      [0, light(colour, 0.45)],
      [0.6, colour],
      [1, dark(colour, 0.5)],
    ],
  );
  const hole = (dx: number, dy: number): string =>
    `<circle cx="${x + dx * radius * 0.25}" cy="${y + dy * radius * 0.25}" r="${radius * 0.12}" fill="${dark(colour, 0.75)}"/>`;
  return (
    `${face.definition}<circle cx="${x + 1.2}" cy="${y + 2.2}" r="${radius}" fill="#000" opacity=".35" filter="url(#tiny)"/>` +
    `<circle cx="${x}" cy="${y}" r="${radius}" fill="${face.fill}"/>` +
    `<circle cx="${x}" cy="${y}" r="${radius * 0.66}" fill="none" stroke="${dark(colour, 0.5)}" stroke-width=".8" opacity=".6"/>` +
    hole(-1, -1) +
    hole(1, -1) +
    hole(-1, 1) +
    hole(1, 1)
  );
}

/** The sewn-in label of a garment. */
export function sewnLabel(x: number, y: number): string {
  return `<rect x="${x - 17}" y="${y}" width="34" height="14" rx="1" fill="#efece4"/><path d="M${x - 10} ${y + 7}H${x + 10}" stroke="#333" stroke-width="2"/>`;
}

function stop([offset, colour, opacity]: Stop): string {
  return `<stop offset="${offset}" stop-color="${colour}"${opacity === undefined ? "" : ` stop-opacity="${opacity}"`}/>`;
}
