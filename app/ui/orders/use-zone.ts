import { useEffect, useState } from "react";

/** Countries whose clocks all agree (but for places few parcels go to). */
const ZONES: Readonly<Record<string, string>> = {
  FR: "Europe/Paris",
  BE: "Europe/Brussels",
  LU: "Europe/Luxembourg",
  DE: "Europe/Berlin",
  NL: "Europe/Amsterdam",
  IT: "Europe/Rome",
  AT: "Europe/Vienna",
  CH: "Europe/Zurich",
  GB: "Europe/London",
  IE: "Europe/Dublin",
  JP: "Asia/Tokyo",
};

/** A zone to show clock times in; `said` names it after the time where it is not the reader's own. */
export type ShownZone = { readonly name: string; readonly said: string };

/** The zone of where the parcel goes, as far as the country tells it; UTC, said so, where it does not. */
export function zoneOfCountry(country: string): ShownZone {
  const name = ZONES[country];
  return name === undefined ? { name: "UTC", said: " UTC" } : { name, said: "" };
}

/** The reader's own zone once scripts run; before, and without them, that of the country. */
export function useZone(country: string): ShownZone {
  const [zone, setZone] = useState(zoneOfCountry(country));
  useEffect(() => setZone({ name: Intl.DateTimeFormat().resolvedOptions().timeZone, said: "" }), []);
  return zone;
}
