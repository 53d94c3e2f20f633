import { createBench } from "../bench";
import { dark, light } from "../colour";
import { type Drawing, has } from "../drawing";
import { cylinder } from "../materials";
import { speckles } from "../speckles";

/** A cup from the side. No handle when `round`; dipped in the second colour. Knows tall, speckled. */
export function drawMug(drawing: Drawing): string {
  const { look, ids } = drawing;
  const bench = createBench(drawing, "ceramic");
  const { colour } = look;
  const high = has(look, "tall") ? -112 : -78;
  const handleless = has(look, "round");
  const [top, foot] = handleless ? [108, 66] : [102, 90];
  const body = cylinder(ids, colour, 0.35);
  bench.define(body.definition);
  if (!handleless) bench.band(`M 92 ${high + 44} C 176 ${high + 30} 184 84 86 88`, dark(colour, 0.08), { width: 24 });
  const wall = handleless
    ? `M -${top} ${high} C -${top} 40 -96 110 -${foot} 134 C -50 146 50 146 ${foot} 134 C 96 110 ${top} 40 ${top} ${high} C 60 ${high + 22} -60 ${high + 22} -${top} ${high} Z`
    : `M -${top} ${high} L -${foot + 6} 100 C -${foot} 138 -50 146 0 146 C 50 146 ${foot} 138 ${foot + 6} 100 L ${top} ${high} C 60 ${high + 22} -60 ${high + 22} -${top} ${high} Z`;
  bench.piece(wall, body.fill);
  const texture = look.texture;
  if (texture !== undefined) {
    const clip = ids("c");
    bench.raw(
      `<clipPath id="${clip}"><path d="${wall}"/></clipPath><g clip-path="url(#${clip})" opacity=".85"><rect x="-130" y="-10" width="260" height="90" fill="url(#${bench.texture(texture, colour)})"/></g>`,
    );
  } else if (look.accent !== undefined) {
    const [clip, dip] = [ids("c"), cylinder(ids, look.accent, 0.6)];
    bench.define(dip.definition);
    bench.raw(
      `<clipPath id="${clip}"><path d="${wall}"/></clipPath><g clip-path="url(#${clip})"><path d="M-130 46 C -60 76 60 60 130 40 V160 H-130Z" fill="${dip.fill}" opacity=".93"/></g>`,
    );
  }
  if (has(look, "speckled")) bench.raw(speckles(ids, wall, dark(colour, 0.7)));
  bench.raw(
    `<ellipse cx="0" cy="${high}" rx="${top}" ry="22" fill="${dark(colour, 0.45)}"/><path d="M-${top - 8} ${high + 2} C -60 ${high + 22} 60 ${high + 22} ${top - 8} ${high + 2} C 60 ${high - 2} -60 ${high - 2} -${top - 8} ${high + 2}Z" fill="#4a2c1a" opacity="${handleless ? 0 : 0.85}"/>` +
      `<ellipse cx="0" cy="${high}" rx="${top}" ry="22" fill="none" stroke="${light(colour, 0.5)}" stroke-width="4"/><path d="M-78 ${high + 40} C -80 20 -76 60 -70 96" stroke="#fff" stroke-width="9" opacity=".3" fill="none" stroke-linecap="round" filter="url(#tiny)"/>`,
  );
  return bench.finish();
}
