/**
 * An ISO 3166-1 alpha-2 code (any case) that the runtime's region names know, else `undefined`.
 * Regions that are no countries of the standard (EU, UN, ZZ …) and withdrawn codes are refused.
 */
export function parseCountry(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(code) || NO_COUNTRY.has(code) || /^(X[A-Z]|Q[M-Z])$/.test(code)) return undefined;
  return new Intl.DisplayNames("en", { type: "region", fallback: "none" }).of(code) === undefined ? undefined : code;
}

/** Names the runtime gives to what is no country: unions, reserved and withdrawn codes. Source: Unicode CLDR, ISO 3166-1. */
const NO_COUNTRY = new Set(
  "AA AC AN BU CP CQ CS CT DD DG DY EA EU EZ FQ FX HV IC JT MI NH NQ NT PC PU PZ RH SU TA TP UK UN VD WK YD YU ZR ZZ".split(" "),
);
