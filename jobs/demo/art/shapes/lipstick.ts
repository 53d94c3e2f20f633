import { dark, type Hex, light } from "../colour";
import { type Drawing, has } from "../drawing";
import { cylinder, metal as polished } from "../materials";

const SHELL: Hex = "#1d2421";
const BRASS: Hex = "#d2b06a";

/** An opened lipstick. The colour is the stick's, the second one the case's; when `lidded`, its cap lies beside it. */
export function drawLipstick({ look, ids }: Drawing): string {
  const shell = look.accent ?? SHELL;
  const brass = look.metal ?? BRASS;
  const [body, collar, stick] = [cylinder(ids, shell, 0.5), polished(ids, brass), cylinder(ids, look.colour, 0.3)];
  const [maker = ""] = look.print ?? [];
  const definitions = `<defs>${body.definition}${collar.definition}${stick.definition}</defs>`;
  const opened =
    `<g filter="url(#piece)"><path d="M-20 -16 V-84 C-20 -112 4 -134 20 -128 V-16Z" fill="${stick.fill}"/>` +
    `<path d="M-18 -86 C -15 -110 4 -131 19 -126 C 17 -110 0 -90 -18 -86Z" fill="${light(look.colour, 0.24)}" opacity=".85"/><path d="M-18 -86 C 0 -90 17 -110 19 -126" fill="none" stroke="${light(look.colour, 0.5)}" stroke-width="1.2" opacity=".7"/></g>` +
    `<rect x="-24" y="-24" width="48" height="52" rx="2" fill="${collar.fill}" filter="url(#piece)"/><path d="M-24 -16H24M-24 22H24" stroke="${dark(brass, 0.5)}" opacity=".5"/>` +
    `<rect x="-31" y="24" width="62" height="132" rx="4" fill="${body.fill}" filter="url(#piece)"/><rect x="-31" y="24" width="62" height="5" fill="${collar.fill}"/>` +
    `<text x="0" y="100" text-anchor="middle" font-family="Liberation Serif,Georgia,serif" font-size="12" letter-spacing="3" fill="${light(brass, 0.3)}" transform="rotate(-90 0 97)">${maker}</text>`;
  if (!has(look, "lidded")) return definitions + opened;
  return `${definitions}<g transform="translate(-46 6)">${opened}</g><g transform="translate(62 58) rotate(14)"><rect x="-31" y="-66" width="62" height="130" rx="5" fill="${body.fill}" filter="url(#piece)"/><rect x="-31" y="56" width="62" height="6" fill="${collar.fill}"/></g>`;
}
