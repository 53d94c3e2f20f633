import { SHARED_FILTERS } from "./lighting";

/** A picture as SVG text. Six units are trimmed on each side: filters are cut off at a sheet's edge. */
export function picture({ width, height, body, label }: { width: number; height: number; body: string; label: string }): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="6 6 ${width - 12} ${height - 12}" preserveAspectRatio="xMidYMid slice" role="img" aria-label="${escaped(label)}">` +
    `<defs>${SHARED_FILTERS}</defs>${body}<rect width="${width}" height="${height}" filter="url(#film)" opacity=".14"/></svg>`
  );
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
