import { createBench } from "../bench";
import { dark, light } from "../colour";
import { type Drawing, has, type Look } from "../drawing";
import { cylinder } from "../materials";
import { symmetrical } from "../paths";
import { speckles } from "../speckles";
import { drawSprig } from "./sprig";

const PROFILES = {
  bulb: "0,-62 C 18,-62 34,-61 34,-60 C 28,-20 92,10 92,96 C 92,162 52,190 0,190",
  tall: "0,-132 C 22,-132 46,-131 46,-130 C 40,-80 66,-20 66,60 C 66,150 44,190 0,190",
  round: "0,-30 C 16,-30 30,-29 30,-28 C 30,-6 118,0 118,84 C 118,158 70,190 0,190",
  ribbed: "0,-90 C 30,-90 62,-89 62,-88 C 56,-40 84,0 84,60 C 84,140 60,190 0,190",
} as const;

/** A vase with two twigs of eucalyptus, empty when `low`. Knows tall, round, ribbed, speckled. */
export function drawVase(drawing: Drawing): string {
  const { look, ids } = drawing;
  const bench = createBench(drawing, "ceramic");
  const { colour } = look;
  const kind = profileOf(look);
  const path = symmetrical(PROFILES[kind]);
  const [mouth, rim] = { bulb: [-61, 34], tall: [-131, 46], round: [-29, 30], ribbed: [-89, 62] }[kind] as [number, number];
  const body = cylinder(ids, colour, has(look, "speckled") ? 0.1 : 0.4);
  bench.define(body.definition);
  if (!has(look, "low")) bench.raw(twigs(drawing, mouth));
  bench.piece(path, body.fill);
  if (kind === "ribbed")
    for (const x of [-60, -42, -22, 0, 22, 42, 60])
      bench.raw(
        `<path d="M${x * 0.9} -80 C ${x * 0.8} -40 ${x * 1.25} 0 ${x * 1.25} 60 C ${x * 1.25} 130 ${x} 170 ${x * 0.7} 186" fill="none" stroke="${dark(colour, 0.45)}" stroke-width="4" opacity=".3"/><path d="M${x * 0.9 + 5} -80 C ${x * 0.8 + 5} -40 ${x * 1.25 + 6} 0 ${x * 1.25 + 6} 60 C ${x * 1.25 + 6} 130 ${x + 5} 170 ${x * 0.7 + 4} 186" fill="none" stroke="#fff" stroke-width="3" opacity=".22"/>`,
      );
  if (has(look, "speckled")) bench.raw(speckles(ids, path, dark(colour, 0.7)));
  if (look.accent !== undefined) bench.raw(glaze(drawing, path));
  bench.raw(
    `<ellipse cx="0" cy="${mouth}" rx="${rim}" ry="${rim * 0.2}" fill="${dark(colour, 0.62)}"/><ellipse cx="0" cy="${mouth}" rx="${rim}" ry="${rim * 0.2}" fill="none" stroke="${light(colour, 0.5)}" stroke-width="2.4" opacity=".8"/>`,
  );
  return bench.finish();
}

function profileOf(look: Look): keyof typeof PROFILES {
  if (has(look, "tall")) return "tall";
  if (has(look, "round")) return "round";
  return has(look, "ribbed") ? "ribbed" : "bulb";
}

function twigs(drawing: Drawing, mouth: number): string {
  const leaf = { ...drawing, look: { colour: "#6f8676" as const } };
  const pale = { ...drawing, look: { colour: "#7d927e" as const } };
  return `<g transform="translate(-6 ${mouth - 89}) rotate(-16) scale(1.05)">${drawSprig(leaf)}</g><g transform="translate(10 ${mouth - 99}) rotate(13) scale(.95)">${drawSprig(pale)}</g>`;
}

/** A second glaze that ran down from the shoulder. */
function glaze({ look, ids }: Drawing, path: string): string {
  const clip = ids("c");
  const paint = cylinder(ids, look.accent ?? look.colour, 0.6);
  return `<defs>${paint.definition}<clipPath id="${clip}"><path d="${path}"/></clipPath></defs><g clip-path="url(#${clip})"><path d="M-130 -150 H130 V52 C 110 70 96 40 74 56 C 56 74 40 88 22 64 C 8 46 -18 50 -34 72 C -52 92 -70 60 -90 60 C -106 60 -116 70 -130 58Z" fill="${paint.fill}" opacity=".9"/></g>`;
}
