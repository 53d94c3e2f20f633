import { parseCountry } from "~/domain/catalog/country";

/** Longer headers than any browser sends are cut. */
const LONGEST_HEADER = 200;

/** The country a reader's browser speaks of (`fr-FR` → FR), as a first guess at where a parcel would go; `null` when it names none. */
export function countryOf(request: Request): string | null {
  const accepted = (request.headers.get("Accept-Language") ?? "").slice(0, LONGEST_HEADER);
  for (const range of accepted.split(",")) {
    const region = /^\s*[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})\s*(?:;|$)/i.exec(range)?.[1];
    const country = region === undefined ? undefined : parseCountry(region);
    if (country !== undefined) return country;
  }
  return null;
}
