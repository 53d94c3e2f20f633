import type { Hex } from "./colour";
import type { Ids } from "./drawing";

/** Fine dark speckles inside a path, as iron leaves in stoneware. */
export function speckles(ids: Ids, path: string, colour: Hex): string {
  const [filter, mask] = [ids("f"), ids("c")];
  return (
    `<defs><filter id="${filter}" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency=".3" numOctaves="2" seed="11"/>` +
    `<feColorMatrix values="0 0 0 0 1 0 0 0 0 1 0 0 0 0 1 0 0 9 0 -6" result="n"/><feComposite in="SourceGraphic" in2="n" operator="in"/></filter><clipPath id="${mask}"><path d="${path}"/></clipPath></defs>` +
    `<g clip-path="url(#${mask})"><path d="${path}" fill="${colour}" filter="url(#${filter})" opacity=".6"/></g>`
  );
}
