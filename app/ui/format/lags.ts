import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "~/domain/kernel/instant";
import type { Texts } from "../texts/texts";

/** A span of time in its largest fitting unit: `12 seconds`, `3 hours`. */
export function tellLag({ t }: Texts, ms: number): string {
  if (ms >= 2 * DAY_MS) return t("mark.days", { count: Math.floor(ms / DAY_MS) });
  if (ms >= HOUR_MS) return t("mark.hours", { count: Math.floor(ms / HOUR_MS) });
  if (ms >= MINUTE_MS) return t("mark.minutes", { count: Math.floor(ms / MINUTE_MS) });
  return t("mark.seconds", { count: Math.max(0, Math.floor(ms / SECOND_MS)) });
}
