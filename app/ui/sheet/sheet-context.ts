import type { FetcherWithComponents } from "@remix-run/react";
import { createContext, type MouseEvent, useContext } from "react";

/** What stands inside a sheet may do: send its forms without leaving the page, and show something else in the sheet. */
export type SheetWays = {
  /** The address whose content the sheet shows. */
  readonly path: string;
  /** Sends the sheet's forms; its data are the answer to the last one. */
  readonly fetcher: FetcherWithComponents<unknown>;
  readonly show: (path: string) => void;
  readonly close: () => void;
};

/** `null` outside a sheet. */
export const SheetContext = createContext<SheetWays | null>(null);

/** Opens a sheet over the page; `null` where the page can hold none. */
export const SheetOpenerContext = createContext<((path: string) => void) | null>(null);

/** The sheet this stands in, or `null` on a page of its own. */
export function useSheet(): SheetWays | null {
  return useContext(SheetContext);
}

/** Handles a press on a link whose content can come as a sheet: an ordinary press opens it, any other is the browser's. */
export function useSheetPress(path: string): (event: MouseEvent<HTMLAnchorElement>) => void {
  const inside = useContext(SheetContext);
  const open = useContext(SheetOpenerContext);
  return (event) => {
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    const show = inside?.show ?? open;
    if (!plain || show === null) return;
    event.preventDefault();
    show(path);
  };
}
