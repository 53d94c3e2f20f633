/** Filters that every picture shares; shapes and grounds refer to them by these ids. */
export const SHARED_FILTERS =
  blur("soft", 7, 60) +
  blur("tiny", 2, 60) +
  blur("haze", 16, 60) +
  blur("gobo", 9, 10) +
  // A crease is thin and long: a region measured by its own box would cut the blur off at both sides.
  `<filter id="crease" filterUnits="userSpaceOnUse" x="-340" y="-340" width="680" height="700"><feGaussianBlur stdDeviation="7"/></filter>` +
  `<filter id="piece" x="-30%" y="-30%" width="160%" height="160%"><feDropShadow dx="2" dy="4" stdDeviation="3.4" flood-color="#070c10" flood-opacity=".42"/></filter>` +
  `<filter id="ground" x="-30%" y="-30%" width="170%" height="170%">${shadow("1", { blur: 3.5, dx: 3, dy: 5, alpha: 0.5 })}${shadow("2", { blur: 20, dx: 20, dy: 26, alpha: 0.36 })}` +
  `<feMerge><feMergeNode in="s2"/><feMergeNode in="s1"/><feMergeNode in="SourceGraphic"/></feMerge></filter>` +
  `<filter id="cast" x="-40%" y="-60%" width="220%" height="260%"><feColorMatrix in="SourceAlpha" values="0 0 0 0 .04 0 0 0 0 .05 0 0 0 0 .07 0 0 0 1 0"/><feGaussianBlur stdDeviation="11"/></filter>` +
  `<filter id="film" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".9" numOctaves="2" seed="5"/><feColorMatrix values="0 0 0 0 .5 0 0 0 0 .5 0 0 0 0 .5 0 .5 0 0 -.12"/></filter>`;

/** How the window stands: four panes, one wide opening, or leaves in front of it. */
export type Window = "panes" | "wide" | "leaves";

/**
 * The light of one window over everything that was drawn before, `strength` 0..1.
 * It falls on ground and goods alike: that is what puts them in one room.
 */
export function windowLight(width: number, height: number, { strength, kind }: { strength: number; kind: Window }): string {
  const opening = openings[kind](width, height);
  const outside = `M-60 -60H${width + 60}V${height + 60}H-60Z`;
  return (
    `<path d="${outside} ${opening}" fill="#0d1c26" fill-rule="evenodd" opacity="${strength}" filter="url(#gobo)"/>` +
    `<path d="${opening}" fill="#fff3d6" fill-rule="evenodd" opacity="${Math.round(strength * 45) / 100}" filter="url(#gobo)"/>`
  );
}

const openings: Readonly<Record<Window, (width: number, height: number) => string>> = {
  panes: (w, h) =>
    [
      pane(w * 0.06, h * 0.16, w * 0.36, h * 0.36),
      pane(w * 0.475, h * 0.02, w * 0.4, h * 0.36),
      pane(w * 0.155, h * 0.56, w * 0.36, h * 0.44),
      pane(w * 0.57, h * 0.42, w * 0.42, h * 0.46),
    ].join(" "),
  wide: (w, h) => pane(-w * 0.1, h * 0.12, w * 0.95, h * 0.62),
  leaves: (w, h) =>
    `${pane(-w * 0.1, h * 0.1, w * 1.1, h * 0.9)} ${twig(w * 0.98, h * 0.05, w * 0.42)} ${twig(w * 0.1, h * 0.02, w * 0.3)}`,
};

/** One slanted pane: the window is up on the left, so its light leans to the right as it falls. */
function pane(x: number, y: number, width: number, height: number): string {
  const [rise, lean] = [width * 0.34, height * 0.22];
  return `M${x} ${y} L${x + width} ${y - rise} L${x + width + lean} ${y - rise + height} L${x + lean} ${y + height} Z`;
}

/** The shade of a leafy twig that hangs into the opening. */
function twig(x: number, y: number, length: number): string {
  const leaves = [0, 1, 2, 3, 4, 5, 6].map((i) => {
    const [cx, cy] = [x - length * 0.1 * i, y + length * 0.22 * i];
    const [w, h] = [length * 0.16, length * 0.3];
    const side = i % 2 === 0 ? 1 : -1;
    return `M${cx} ${cy} C ${cx + side * w} ${cy - h * 0.1} ${cx + side * w * 1.5} ${cy + h * 0.5} ${cx + side * w * 1.3} ${cy + h} C ${cx + side * w * 0.5} ${cy + h * 0.8} ${cx} ${cy + h * 0.5} ${cx} ${cy} Z`;
  });
  return leaves.join(" ");
}

function blur(id: string, deviation: number, reach: number): string {
  return `<filter id="${id}" x="-${reach}%" y="-${reach}%" width="${100 + 2 * reach}%" height="${100 + 2 * reach}%"><feGaussianBlur stdDeviation="${deviation}"/></filter>`;
}

function shadow(n: string, { blur: deviation, dx, dy, alpha }: { blur: number; dx: number; dy: number; alpha: number }): string {
  return (
    `<feGaussianBlur in="SourceAlpha" stdDeviation="${deviation}" result="b${n}"/><feOffset in="b${n}" dx="${dx}" dy="${dy}" result="o${n}"/>` +
    `<feColorMatrix in="o${n}" values="0 0 0 0 .03 0 0 0 0 .05 0 0 0 0 .075 0 0 0 ${alpha} 0" result="s${n}"/>`
  );
}
