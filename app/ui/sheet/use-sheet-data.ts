import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";

/** Reads the data of a page of ours for a sheet; what was read before stays until the new has come. */
export function useSheetData<Data>(path: string): Data | undefined {
  const fetcher = useFetcher<Data>();
  const asked = useRef<string | null>(null);
  const { load } = fetcher;
  useEffect(() => {
    // Effects run twice in development; a tap must be told to the server once.
    if (asked.current === path) return;
    asked.current = path;
    load(`${path}${path.includes("?") ? "&" : "?"}in=sheet`);
  }, [path, load]);
  return fetcher.data as Data | undefined;
}
