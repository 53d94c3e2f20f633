import { dark } from "../colour";
import type { Drawing } from "../drawing";
import { radial } from "../materials";

/** A cup of coffee seen from above. Not for sale: it dresses pictures. */
export function drawCoffee({ look, ids }: Drawing): string {
  const { colour } = look;
  const china = radial(
    ids,
    [0.36, 0.3, 0.7],
    [
      [0, "#ffffff"],
      [0.7, colour],
      [1, dark(colour, 0.22)],
    ],
  );
  const brew = radial(
    ids,
    [0.6, 0.64, 0.6],
    [
      [0, "#a87448"],
      [0.7, "#6d4023"],
      [1, "#3c2011"],
    ],
  );
  return (
    `<defs>${china.definition}${brew.definition}</defs><circle r="104" fill="${china.fill}"/><circle r="84" fill="none" stroke="${dark(colour, 0.2)}" stroke-width="2" opacity=".5"/>` +
    `<g filter="url(#piece)"><path d="M54 26 C 100 30 104 76 66 74" stroke="${colour}" stroke-width="13" fill="none"/><circle r="66" fill="${china.fill}"/></g>` +
    `<circle r="56" fill="${dark(colour, 0.35)}"/><circle cx="2" cy="3" r="53" fill="${brew.fill}"/><path d="M-34 -22 C -10 -44 22 -36 36 -14" stroke="#fff" stroke-width="5" opacity=".16" fill="none" stroke-linecap="round"/>`
  );
}
