import type { Hex } from "./colour";
import { round } from "./paths";

const SERIF = "Liberation Serif,Georgia,serif";

/** Text set to a width: shrinks until the line fits. Widths are estimated, so a tenth is left over. */
export function setLine(
  text: string,
  {
    x,
    y,
    size,
    width,
    ink,
    spacing = 0,
    italic = false,
  }: { x: number; y: number; size: number; width: number; ink: Hex; spacing?: number; italic?: boolean },
): string {
  const estimated = text.length * (size * 0.56 + spacing);
  const fit = Math.min(1, (width * 0.9) / Math.max(estimated, 1));
  return `<text x="${round(x + spacing * fit * 0.5)}" y="${round(y)}" text-anchor="middle" font-family="${SERIF}" font-style="${italic ? "italic" : "normal"}" font-size="${round(size * fit)}" letter-spacing="${round(spacing * fit)}" fill="${ink}">${text}</text>`;
}

/** A paper label with the maker in capitals, a rule, and what it is. Text must be free of markup. */
export function paperLabel({
  x,
  y,
  width,
  height,
  print: [maker, line],
}: {
  x: number;
  y: number;
  width: number;
  height: number;
  print: readonly [string, string];
}): string {
  const [ink, middle] = ["#1c2320", x + width / 2] as const;
  const size = Math.min(21, height * 0.27);
  return (
    `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="1" fill="#f4f1ea" opacity=".97"/>` +
    `<rect x="${round(x)}" y="${round(y)}" width="${round(width * 0.3)}" height="${round(height)}" fill="#fff" opacity=".4"/><rect x="${round(x + width * 0.78)}" y="${round(y)}" width="${round(width * 0.22)}" height="${round(height)}" fill="#000" opacity=".07"/>` +
    setLine(maker, { x: middle, y: y + height * 0.44, size, width, ink, spacing: 3.4 }) +
    setLine(line, { x: middle, y: y + height * 0.7, size: size * 0.62, width, ink, italic: true }) +
    `<path d="M${round(middle - width * 0.2)} ${round(y + height * 0.84)}H${round(middle + width * 0.2)}" stroke="${ink}" stroke-width="1"/>`
  );
}
