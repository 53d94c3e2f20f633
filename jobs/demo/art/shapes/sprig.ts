import { dark, light, mix } from "../colour";
import type { Drawing } from "../drawing";
import { round } from "../paths";

/** A twig of eucalyptus. Not for sale: it dresses pictures. */
export function drawSprig({ look, chance }: Drawing): string {
  const { colour } = look;
  let leaves = "";
  for (let i = 0; i < 9; i += 1) {
    const [x, y, size] = [Math.sin(i / 2.4) * 9, 96 - i * 25, 1.12 - i * 0.055];
    for (const side of [-1, 1]) {
      const angle = side * (50 + chance() * 26);
      const tone = mix(colour, side > 0 ? "#2e3d38" : "#dfe8dc", 0.1 + chance() * 0.26);
      leaves +=
        `<g transform="translate(${round(x)} ${round(y + chance() * 8)}) rotate(${round(angle)}) scale(${Math.round(size * 100) / 100})">` +
        `<path d="M0 0 C 11 -9 15 -26 0 -42 C -15 -26 -11 -9 0 0Z" fill="${tone}"/><path d="M0 -2V-36" stroke="${light(tone, 0.4)}" stroke-width="1" opacity=".6"/></g>`;
    }
  }
  return `<g filter="url(#piece)"><path d="M0 150 C 4 90 -6 20 8 -130" stroke="${dark(colour, 0.3)}" stroke-width="3.4" fill="none"/>${leaves}</g>`;
}
