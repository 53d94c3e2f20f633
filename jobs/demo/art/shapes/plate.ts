import { createBench } from "../bench";
import { dark, light } from "../colour";
import { type Drawing, has } from "../drawing";
import { radial } from "../materials";
import { oval } from "../paths";
import { speckles } from "../speckles";

/** A plate seen from above, or a bowl when `round`. A smaller one lies on it when `double`. Knows speckled; the second colour rims it. */
export function drawPlate(drawing: Drawing): string {
  const { look } = drawing;
  const bench = createBench(drawing, "ceramic");
  dish(drawing, bench, { x: 0, y: 0, size: 1 });
  if (has(look, "double")) dish(drawing, bench, { x: 14, y: -10, size: 0.66 });
  return bench.finish();
}

function dish({ look, ids }: Drawing, bench: ReturnType<typeof createBench>, { x, y, size }: { x: number; y: number; size: number }): void {
  const { colour } = look;
  const deep = has(look, "round");
  const at = (radius: number): string => oval({ x, y, rx: radius * size, ry: radius * size });
  const face = radial(
    ids,
    [0.36, 0.3, 0.8],
    [
      [0, light(colour, 0.22)],
      [0.6, colour],
      [1, dark(colour, 0.18)],
    ],
  );
  // The well of a dish is lit the other way round: its far wall catches the window.
  const well = radial(
    ids,
    [0.64, 0.68, 0.8],
    deep
      ? [
          [0, light(colour, 0.16)],
          [0.5, dark(colour, 0.06)],
          [1, dark(colour, 0.46)],
        ]
      : [
          [0, light(colour, 0.14)],
          [0.7, colour],
          [1, dark(colour, 0.14)],
        ],
  );
  bench.define(face.definition + well.definition);
  bench.piece(at(178), face.fill);
  if (look.accent !== undefined)
    bench.raw(
      `<circle cx="${x}" cy="${y}" r="${169 * size}" fill="none" stroke="${look.accent}" stroke-width="${9 * size}" opacity=".85"/>`,
    );
  const inner = deep ? 154 : 126;
  bench.raw(
    `<path d="${at(inner)}" fill="${well.fill}"/><circle cx="${x}" cy="${y}" r="${inner * size}" fill="none" stroke="${dark(colour, 0.4)}" stroke-width="${deep ? 3 : 2}" opacity=".35"/><path d="M${x - inner * size * 0.74} ${y + inner * size * 0.66} A ${inner * size} ${inner * size} 0 0 0 ${x + inner * size * 0.72} ${y + inner * size * 0.7}" fill="none" stroke="#fff" stroke-width="${5 * size}" opacity=".5" filter="url(#tiny)"/>`,
  );
  if (look.texture !== undefined)
    bench.raw(`<path d="${at(inner - 10)}" fill="url(#${bench.texture(look.texture, colour)})" opacity=".8"/>`);
  bench.raw(
    `<path d="M${x - 150 * size} ${y - 60 * size} C ${x - 130 * size} ${y - 110 * size} ${x - 90 * size} ${y - 144 * size} ${x - 40 * size} ${y - 158 * size}" fill="none" stroke="#fff" stroke-width="${9 * size}" opacity=".5" stroke-linecap="round" filter="url(#tiny)"/>`,
  );
  if (has(look, "speckled")) bench.raw(speckles(ids, at(176), dark(colour, 0.7)));
}
