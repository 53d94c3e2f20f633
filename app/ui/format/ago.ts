import { DAY_MS, HOUR_MS, MINUTE_MS } from "~/domain/kernel/instant";
import type { Texts } from "../texts/texts";
import { formatDay, isoDayOf } from "./times";

/** Beyond a week a date says more than a number of days. */
const WEEK_MS = 7 * DAY_MS;

/** How long ago something was published, as short as a feed wants it: `2 h`, `3 j`, then `12 oct.`. */
export function tellAgo({ t, locale }: Texts, at: number, now: number): string {
  const ago = Math.max(0, now - at);
  if (ago >= WEEK_MS) return formatDay(locale, isoDayOf(at, "UTC"), "short");
  if (ago >= DAY_MS) return t("feed.days", { days: Math.floor(ago / DAY_MS) });
  if (ago >= HOUR_MS) return t("feed.hours", { hours: Math.floor(ago / HOUR_MS) });
  return t("feed.minutes", { minutes: Math.max(1, Math.floor(ago / MINUTE_MS)) });
}
