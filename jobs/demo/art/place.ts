import type { Chance } from "../data/seeded";
import type { Ids, Look } from "./drawing";
import { round } from "./paths";
import { type Shape, type ShapeName, shapes } from "./shapes";

/** One shape in a picture: its look and where its centre lies, in the picture's units. */
export type Placement = {
  readonly shape: ShapeName;
  readonly look: Look;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly turn: number;
};

/** Draws one placed shape with its shadow on the ground it lies or stands on. */
export function place(placement: Placement, { chance, ids }: { chance: Chance; ids: Ids }): string {
  const { look, x, y, scale, turn } = placement;
  const shape: Shape = shapes[placement.shape];
  const drawn = shape.draw({ look, turn, chance, ids });
  const put = `translate(${round(x)} ${round(y)}) rotate(${turn}) scale(${Math.round(scale * 1000) / 1000})`;
  if (shape.stands === undefined) return `<g filter="url(#ground)"><g transform="${put}">${drawn}</g></g>`;
  return `<g transform="${put}">${standingShadow(ids, { drawn, foot: shape.stands })}</g>`;
}

/** The window is high on the left: a standing thing throws its shadow back and to the right, darkest at its foot. */
function standingShadow(ids: Ids, { drawn, foot }: { drawn: string; foot: number }): string {
  const id = ids("s");
  const lean = `translate(0 ${foot - 6}) matrix(1 0 -.8 .34 0 0) translate(0 ${-foot})`;
  return (
    `<g opacity=".34" transform="${lean}" filter="url(#cast)"><use href="#${id}"/></g>` +
    `<ellipse cx="10" cy="${foot - 4}" rx="104" ry="15" fill="#070b0e" opacity=".5" filter="url(#soft)"/><g id="${id}">${drawn}</g>`
  );
}
