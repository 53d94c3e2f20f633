import { useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";

/**
 * Reads the page's data again whenever the brand's figures change: the server says so over one open
 * connection, which the browser re-opens by itself. `shown` is the version of the figures on the page.
 */
export function useLive(slug: string, shown: number): void {
  const { state, revalidate } = useRevalidator();
  const [told, setTold] = useState(shown);

  useEffect(() => {
    const source = new EventSource(`/manage/${slug}/live`);
    source.addEventListener("version", (event) => setTold((before) => versionIn(event.data) ?? before));
    return () => source.close();
  }, [slug]);

  // A version told while the page was reading is not lost: it is looked at again when the reading ends.
  useEffect(() => {
    if (told > shown && state === "idle") revalidate();
  }, [told, shown, state, revalidate]);
}

function versionIn(data: unknown): number | undefined {
  const message: unknown = typeof data === "string" ? JSON.parse(data) : null;
  if (typeof message !== "object" || message === null || !("version" in message)) return undefined;
  return typeof message.version === "number" ? message.version : undefined;
}
