import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/** Reads the page's data again every `everyMs` while `wanted`: for progress that ends soon. */
export function usePolling(wanted: boolean, everyMs: number): void {
  const revalidator = useRevalidator();
  useEffect(() => {
    if (!wanted) return;
    const timer = setInterval(() => {
      if (revalidator.state === "idle" && document.visibilityState === "visible") revalidator.revalidate();
    }, everyMs);
    return () => clearInterval(timer);
  }, [wanted, everyMs, revalidator]);
}
