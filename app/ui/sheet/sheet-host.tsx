import { useLocation, useNavigate } from "@remix-run/react";
import { createContext, lazy, type ReactNode, Suspense, useContext, useEffect, useState } from "react";
import { SheetOpenerContext } from "./sheet-context";
import { SHEET_HASH, type SheetState, sheetIn } from "./sheet-state";

/** Most visits open none, and every visit would pay for it. */
const Sheet = lazy(async () => ({ default: (await import("./sheet")).Sheet }));

const OpenSheetContext = createContext<string | null>(null);

/** The address whose content stands in a sheet over this page, or `null`. */
export function useOpenSheet(): string | null {
  return useContext(OpenSheetContext);
}

/**
 * Lets a page hold a sheet. Which one is open is written into the browser's history: going back closes it, and
 * the page under it keeps its data and its place.
 */
export function SheetHost({ children }: { readonly children: ReactNode }) {
  const location = useLocation();
  const navigate = useNavigate();
  const [alive, setAlive] = useState(false);
  // The server knows no history: the first rendering must be its own.
  useEffect(() => setAlive(true), []);
  const open = alive ? sheetIn(location) : null;
  const show = (sheet: string): void => {
    const state: SheetState = { sheet };
    const here = { pathname: location.pathname, search: location.search, hash: SHEET_HASH };
    navigate(here, { state, replace: open !== null, preventScrollReset: true });
  };
  return (
    <OpenSheetContext.Provider value={open}>
      <SheetOpenerContext.Provider value={show}>
        {children}
        {open === null ? null : (
          <Suspense fallback={null}>
            <Sheet path={open} show={show} close={() => navigate(-1)} />
          </Suspense>
        )}
      </SheetOpenerContext.Provider>
    </OpenSheetContext.Provider>
  );
}
