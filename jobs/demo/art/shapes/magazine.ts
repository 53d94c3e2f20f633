import { dark, light } from "../colour";
import type { Drawing } from "../drawing";

/** A magazine seen from above. Not for sale: it dresses pictures. */
export function drawMagazine({ look }: Drawing): string {
  const { colour } = look;
  const accent = look.accent ?? "#b5482a";
  const [title = "HIVER"] = look.print ?? [];
  return (
    `<g filter="url(#piece)"><rect x="-120" y="-160" width="240" height="320" rx="2" fill="#fbfaf6"/><rect x="-120" y="-160" width="236" height="318" rx="2" fill="${colour}"/></g>` +
    `<rect x="-120" y="-160" width="9" height="318" fill="#000" opacity=".08"/><rect x="-92" y="-70" width="186" height="196" fill="${accent}"/><circle cx="0" cy="30" r="58" fill="${light(accent, 0.55)}" opacity=".9"/>` +
    `<path d="M-92 126 C -40 60 30 60 94 100 V126Z" fill="${dark(accent, 0.35)}"/><text x="-92" y="-100" font-family="Liberation Serif,Georgia,serif" font-size="46" letter-spacing="2" fill="#1d2b2a">${title}</text>`
  );
}
