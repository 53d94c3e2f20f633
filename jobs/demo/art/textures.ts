import { brightness, dark, type Hex, light, mix } from "./colour";

type Tile = { readonly width: number; readonly height: number; readonly body: string };

export type TextureName = keyof typeof textures;

/** Repeating surfaces. Each takes the cloth's colour and a second one and gives one tile. */
export const textures = {
  twill: (c) => tile(5, 5, `<path d="M-1 6 6 -1M-1 1 1 -1M4 6 6 4" stroke="${light(c, 0.3)}" stroke-width="1" opacity=".42"/>`),
  weave: (c) =>
    tile(
      6,
      6,
      `<path d="M0 1.5H6M0 4.5H6" stroke="${light(c, 0.5)}" stroke-width=".9" opacity=".3"/><path d="M1.5 0V6M4.5 0V6" stroke="${dark(c, 0.5)}" stroke-width=".9" opacity=".22"/>`,
    ),
  rib: (c) =>
    tile(
      7,
      12,
      `<rect width="2.4" height="12" fill="${dark(c, 0.55)}" opacity=".5"/><rect x="4" width="1.8" height="12" fill="${light(c, 0.4)}" opacity=".3"/>`,
    ),
  widerib: (c) =>
    tile(
      15,
      12,
      `<rect width="3.4" height="12" fill="${dark(c, 0.5)}" opacity=".34"/><rect x="8" width="4" height="12" fill="${light(c, 0.3)}" opacity=".3"/>`,
    ),
  stitch: (c) =>
    tile(
      9,
      8,
      `<path d="M.6 .4 4.5 5.4 8.4 .4" fill="none" stroke="${dark(c, 0.5)}" stroke-width="1.3" opacity=".42"/><path d="M.8 2.6 4.5 7.4 8.2 2.6" fill="none" stroke="${light(c, 0.55)}" stroke-width="1.2" opacity=".34"/>`,
    ),
  moss: (c) =>
    tile(
      10,
      10,
      `<g fill="${dark(c, 0.55)}" opacity=".42"><rect x="0" y="0" width="3.4" height="3.2" rx="1.2"/><rect x="5" y="5" width="3.4" height="3.2" rx="1.2"/></g><g fill="${light(c, 0.4)}" opacity=".3"><rect x="5" y="1" width="3" height="2.4" rx="1.2"/><rect x="0" y="6" width="3" height="2.4" rx="1.2"/></g>`,
    ),
  cable: (c) => tile(62, 46, cableBody(c)),
  waffle: (c) =>
    tile(
      14,
      14,
      `<rect x="2.4" y="2.4" width="9.2" height="9.2" rx="2" fill="${dark(c, 0.5)}" opacity=".34"/><path d="M0 .8H14M.8 0V14" stroke="${light(c, 0.5)}" stroke-width="1.6" opacity=".4"/>`,
    ),
  plaid: (c, b) =>
    tile(
      74,
      74,
      `<rect x="8" width="26" height="74" fill="${b}" opacity=".55"/><rect y="8" width="74" height="26" fill="${b}" opacity=".55"/><path d="M52 0V74M0 52H74" stroke="${light(c, 0.8)}" stroke-width="3" opacity=".6"/><path d="M60 0V74M0 60H74" stroke="${dark(b, 0.3)}" stroke-width="1.6" opacity=".6"/>`,
    ),
  gingham: (_, b) =>
    tile(24, 24, `<rect width="12" height="24" fill="${b}" opacity=".5"/><rect width="24" height="12" fill="${b}" opacity=".5"/>`),
  windowpane: (c, b) => tile(58, 66, `<path d="M20 0V66M0 24H58" stroke="${mix(c, b, 0.75)}" stroke-width="1.8" opacity=".7"/>`),
  breton: (_, b) => tile(40, 26, `<rect y="3" width="40" height="7.5" fill="${b}"/>`),
  pinstripe: (c) => tile(17, 10, `<rect x="8" width="1.3" height="10" fill="${contrast(c)}" opacity=".5"/>`),
  stripe: (_, b) => tile(19, 10, `<rect x="6" width="6.4" height="10" fill="${b}" opacity=".78"/>`),
  blockstripe: (_, b) => tile(40, 92, `<rect y="10" width="40" height="30" fill="${b}" opacity=".9"/>`),
  herringbone: (c) => tile(24, 12, herringboneBody(c)),
  houndstooth: (_, b) =>
    tile(20, 20, `<path d="M0 0H10L5 5H10V10L5 15V10H0L5 5H0ZM10 10H15L20 5V10L15 15V20H10V15Z" fill="${b}" opacity=".78"/>`),
  dots: (_, b) => tile(30, 30, `<circle cx="8" cy="8" r="3.6" fill="${b}"/><circle cx="23" cy="23" r="3.6" fill="${b}"/>`),
  leaves: (_, b) =>
    tile(
      66,
      62,
      `<g fill="${b}" opacity=".85"><path d="M14 34C8 24 12 14 20 8 24 18 22 28 14 34Z"/><path d="M22 40C24 32 32 28 40 30 36 38 30 42 22 40Z"/><path d="M50 60C44 50 48 42 56 36 60 46 58 54 50 60Z"/><circle cx="48" cy="14" r="2.6"/><circle cx="6" cy="54" r="2.2"/></g>`,
    ),
  hemp: (c) => tile(40, 69.3, hempBody(c)),
  wave: (c, b) =>
    tile(
      36,
      18,
      `<g fill="none" stroke="${mix(c, b, 0.85)}" stroke-width="1.5" opacity=".75">${[16, 11, 6].map((r) => `<path d="M${18 - r} 18A${r} ${r} 0 0 1 ${18 + r} 18M${-r} 9A${r} ${r} 0 0 1 ${r} 9M${36 - r} 9A${r} ${r} 0 0 1 ${36 + r} 9"/>`).join("")}</g>`,
    ),
} satisfies Record<string, (colour: Hex, second: Hex) => Tile>;

/** A texture as an SVG pattern, turned by `turn` degrees. */
export function texturePattern(id: string, name: TextureName, cloth: { colour: Hex; second: Hex; turn: number; scale: number }): string {
  const { width, height, body } = textures[name](cloth.colour, cloth.second);
  const place = `rotate(${cloth.turn}) scale(${cloth.scale})`;
  return `<pattern id="${id}" width="${width}" height="${height}" patternUnits="userSpaceOnUse" patternTransform="${place}">${body}</pattern>`;
}

function tile(width: number, height: number, body: string): Tile {
  return { width, height, body };
}

function contrast(colour: Hex): Hex {
  return brightness(colour) < 0.5 ? light(colour, 0.6) : dark(colour, 0.5);
}

/** Two strands that cross, a purl gutter either side, plain stitches between the cables. */
function cableBody(c: Hex): string {
  const left = "M8 -12 C8 6 25 8 25 23 S8 40 8 58";
  const right = "M25 -23 C25 -14 8 -12 8 0 S25 12 25 23 S8 34 8 46 S25 60 25 69";
  const strand = (path: string, dashes: string): string =>
    `<path d="${path}" stroke="${dark(c, 0.55)}" stroke-width="11.2" opacity=".42" ${dashes}/><path d="${path}" stroke="${light(c, 0.1)}" stroke-width="8" ${dashes}/><path d="${path}" stroke="${light(c, 0.2)}" stroke-width="3" opacity=".34" ${dashes}/>`;
  const plain = [0, 1, 2, 3, 4].map((row) => [36, 45, 54].map((x) => `<path d="M${x} ${row * 9.2} l4 5 4 -5"/>`).join("")).join("");
  return (
    `<rect width="4" height="46" fill="${dark(c, 0.6)}" opacity=".45"/><rect x="29" width="3.4" height="46" fill="${dark(c, 0.6)}" opacity=".4"/>` +
    `<g fill="none" stroke-linecap="round">${strand(left, "")}${strand(right, 'stroke-dasharray="22 24.5" stroke-dashoffset="8"')}</g>` +
    `<g fill="none" stroke="${dark(c, 0.5)}" stroke-width="1.2" opacity=".42">${plain}</g>`
  );
}

function herringboneBody(c: Hex): string {
  const lines = [-12, -8, -4, 0, 4, 8, 12].map((y) => `M0 ${y + 12}L12 ${y}M12 ${y}L24 ${y + 12}`).join("");
  return `<path d="${lines}" fill="none" stroke="${contrast(c)}" stroke-width="1.5" opacity=".34"/>`;
}

/** The hemp leaf of Japanese cloth: six-pointed stars of thin lines. */
function hempBody(c: Hex): string {
  const [w, h] = [40, 69.3];
  const star = (x: number, y: number): string =>
    [0, 60, 120, 180, 240, 300]
      .map(
        (turn) =>
          `<g transform="translate(${x} ${y}) rotate(${turn})"><path d="M0 0V-23.1M0 -23.1L20 -11.5M0 -23.1L-20 -11.5M0 0L20 -34.6"/></g>`,
      )
      .join("");
  const centres = [
    [0, 0],
    [w, 0],
    [0, h],
    [w, h],
    [w / 2, h / 2],
  ] as const;
  return `<g fill="none" stroke="${contrast(c)}" stroke-width="1.2" opacity=".6">${centres.map(([x, y]) => star(x, y)).join("")}</g>`;
}
