import type { Chance } from "../data/seeded";
import { dark, type Hex, light, mix } from "./colour";
import type { Ids } from "./drawing";
import { linear, radial } from "./materials";
import { round } from "./paths";
import { texturePattern } from "./textures";

/** What a ground needs: the sheet's size, its colour, and this picture's chance and ids. */
export type Sheet = { readonly width: number; readonly height: number; readonly colour: Hex; readonly chance: Chance; readonly ids: Ids };

export type GroundName = keyof typeof grounds;

/** Where goods lie or stand. Duller than any of them. */
export const grounds = { paper, plaster, linen, oak, terrazzo, cove, shelf } satisfies Record<string, (sheet: Sheet) => string>;

/** Heavy paper, evenly lit. */
function paper({ width, height, colour, chance, ids }: Sheet): string {
  const surface = relief(ids, { frequency: ".7", scale: 0.5, chance, octaves: 2, blur: 0 });
  const evening = radial(
    ids,
    [0.3, 0.2, 1.1],
    [
      [0, light(colour, 0.28)],
      [0.6, colour],
      [1, dark(colour, 0.14)],
    ],
  );
  return `<defs>${surface.definition}${evening.definition}</defs><rect width="${width}" height="${height}" fill="${evening.fill}" filter="${surface.use}"/>`;
}

/** A trowelled floor or wall. */
function plaster({ width, height, colour, chance, ids }: Sheet): string {
  const surface = relief(ids, { frequency: ".011 .014", scale: 4, chance, octaves: 5, blur: 1.6 });
  const tone = linear(
    ids,
    [0, 0, 1, 1],
    [
      [0, light(colour, 0.3)],
      [1, dark(colour, 0.1)],
    ],
  );
  return `<defs>${surface.definition}${tone.definition}</defs><rect width="${width}" height="${height}" fill="${tone.fill}" filter="${surface.use}"/>`;
}

/** A linen sheet with broad folds. */
function linen({ width, height, colour, chance, ids }: Sheet): string {
  const surface = relief(ids, { frequency: ".0030 .0050", scale: 52, chance, octaves: 2, blur: 6 });
  const weave = ids("t");
  const area = `x="-90" y="-90" width="${width + 180}" height="${height + 180}"`;
  return `<defs>${surface.definition}${texturePattern(weave, "weave", { colour, second: colour, turn: 0, scale: 1 })}</defs><g filter="${surface.use}"><rect ${area} fill="${light(colour, 0.3)}"/><rect ${area} fill="url(#${weave})"/></g>`;
}

/** Boards, laid upright. */
function oak({ width, height, colour, chance, ids }: Sheet): string {
  const surface = relief(ids, { frequency: ".0035 .085", scale: 3.2, chance, octaves: 4, blur: 0.4 });
  const count = 6;
  let [boards, joints] = ["", ""];
  for (let i = 0; i < count; i += 1) {
    const y = round((i * height) / count);
    boards += `<rect x="-20" y="${y}" width="${width + 60}" height="${round(height / count)}" fill="${mix(colour, i % 2 === 0 ? "#fff1d8" : "#5b3c22", 0.04 + chance() * 0.14)}"/>`;
    joints += `<path d="M-20 ${y}H${width + 60}" stroke="#1d120a" stroke-width="2.4" opacity=".5"/>`;
  }
  return `<defs>${surface.definition}</defs><g transform="rotate(90 ${width / 2} ${height / 2}) scale(1.3) translate(${round(-width * 0.12)} ${round(-height * 0.12)})"><g filter="${surface.use}">${boards}</g>${joints}</g>`;
}

/** Stone chips in cement. */
function terrazzo({ width, height, colour, chance, ids }: Sheet): string {
  const surface = relief(ids, { frequency: ".02", scale: 2, chance, octaves: 5, blur: 0.8 });
  const tones = [dark(colour, 0.26), light(colour, 0.5), mix(colour, "#b98a6d", 0.6), mix(colour, "#6d7d78", 0.5)] as const;
  let chips = "";
  for (let i = 0; i < 170; i += 1) {
    const [x, y, size] = [chance() * width, chance() * height, 5 + chance() * chance() * 26];
    const corners = Array.from({ length: 6 }, (_, k) => {
      const angle = (k / 6) * 6.283 + chance() * 0.6;
      return `${Math.round(x + Math.cos(angle) * size * (0.6 + chance() * 0.5))},${Math.round(y + Math.sin(angle) * size * (0.5 + chance() * 0.5))}`;
    });
    chips += `<polygon points="${corners.join(" ")}" fill="${tones[i % 4] ?? colour}" opacity="${Math.round(30 + chance() * 35) / 100}"/>`;
  }
  return `<defs>${surface.definition}</defs><g filter="${surface.use}"><rect width="${width}" height="${height}" fill="${colour}"/>${chips}</g>`;
}

/** A paper sweep: floor and wall without an edge between them, for goods that stand. */
function cove({ width, height, colour, chance, ids }: Sheet): string {
  const surface = relief(ids, { frequency: ".7", scale: 0.5, chance, octaves: 2, blur: 0 });
  const wall = linear(
    ids,
    [0, 0, 0, 1],
    [
      [0, dark(colour, 0.12)],
      [0.5, colour],
      [0.64, dark(colour, 0.07)],
      [0.74, light(colour, 0.16)],
      [1, light(colour, 0.04)],
    ],
  );
  const side = linear(
    ids,
    [0, 0, 1, 0.2],
    [
      [0, "#ffffff", 0.2],
      [0.5, "#ffffff", 0],
      [1, "#0b0f12", 0.16],
    ],
  );
  const area = `width="${width}" height="${height}"`;
  return `<defs>${surface.definition}${wall.definition}${side.definition}</defs><g filter="${surface.use}"><rect ${area} fill="${wall.fill}"/><rect ${area} fill="${side.fill}"/></g>`;
}

/** A plastered wall above a wooden shelf, whose edge is at 74 % of the height. */
function shelf({ width, height, colour, chance, ids }: Sheet): string {
  const wall = relief(ids, { frequency: ".012", scale: 5, chance, octaves: 5, blur: 1.4 });
  const wood = relief(ids, { frequency: ".004 .07", scale: 3, chance, octaves: 4, blur: 0.4 });
  const top: Hex = "#9c7a55";
  const y = height * 0.74;
  const tone = linear(
    ids,
    [0, 0, 0, 1],
    [
      [0, light(top, 0.12)],
      [1, dark(top, 0.3)],
    ],
  );
  return (
    `<defs>${wall.definition}${wood.definition}${tone.definition}</defs><rect width="${width}" height="${y + 4}" fill="${colour}" filter="${wall.use}"/>` +
    `<rect y="${y}" width="${width}" height="${height - y}" fill="${tone.fill}" filter="${wood.use}"/><rect y="${y - 24}" width="${width}" height="26" fill="#000" opacity=".13" filter="url(#soft)"/>`
  );
}

function relief(
  ids: Ids,
  { frequency, scale, chance, octaves, blur }: { frequency: string; scale: number; chance: Chance; octaves: number; blur: number },
): { definition: string; use: string } {
  const id = ids("r");
  const definition =
    `<filter id="${id}" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency="${frequency}" numOctaves="${octaves}" seed="${1 + Math.floor(chance() * 900)}" result="n"/>` +
    `<feColorMatrix in="n" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 0 0 0 0" result="h0"/><feGaussianBlur in="h0" stdDeviation="${blur}" result="h"/>` +
    `<feDiffuseLighting in="h" surfaceScale="${scale}" diffuseConstant="1.2" lighting-color="#fff" result="l0"><feDistantLight azimuth="232" elevation="56"/></feDiffuseLighting>` +
    `<feGaussianBlur in="l0" stdDeviation="${round(blur * 0.7)}" result="l"/><feBlend in="SourceGraphic" in2="l" mode="multiply"/></filter>`;
  return { definition, use: `url(#${id})` };
}
