import { useFetcher, useNavigate } from "@remix-run/react";
import { type MouseEvent, useEffect, useLayoutEffect, useRef } from "react";
import { CheckoutSheet } from "../checkout/checkout-sheet";
import { DoneSheet } from "../checkout/done-sheet";
import { ProductSheet } from "../shop/product-sheet";
import styles from "./sheet.module.css";
import { SheetContext } from "./sheet-context";
import { nextIn } from "./sheet-state";

type Props = {
  readonly path: string;
  readonly show: (path: string) => void;
  readonly close: () => void;
};

/** What each address stands for in a sheet; anything else is a page of its own. */
const KINDS = [
  { kind: "done", path: /^\/checkout\/[^/?]+\/done/ },
  { kind: "checkout", path: /^\/checkout\/[^/?]+(\?|$)/ },
  { kind: "product", path: /^\/brands\/[^/]+\/[^/?]+/ },
] as const;

type Kind = (typeof KINDS)[number]["kind"];

/** A sheet over the page: a native dialog, so that the focus stays inside, Escape closes it and what lies under it is silent. */
export function Sheet({ path, show, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const fetcher = useFetcher<unknown>();
  const kind = kindOf(path);
  useOpening(dialog);
  useFollowing(fetcher.data, show);
  const press = (event: MouseEvent) => {
    if (event.target === dialog.current) close();
  };
  const cancel = (event: { readonly preventDefault: () => void }) => {
    event.preventDefault();
    close();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way out of a dialog.
    <dialog ref={dialog} className={`${styles.sheet} ${kind === "product" ? styles.clear : ""}`} onClick={press} onCancel={cancel}>
      <div className={styles.grab} aria-hidden="true" />
      <SheetContext.Provider value={{ path, fetcher, show, close }}>
        {kind === "product" ? <ProductSheet path={path} /> : null}
        {kind === "checkout" ? <CheckoutSheet path={path} /> : null}
        {kind === "done" ? <DoneSheet path={path} /> : null}
      </SheetContext.Provider>
    </dialog>
  );
}

function kindOf(path: string): Kind | null {
  return KINDS.find((one) => one.path.test(path))?.kind ?? null;
}

/** Opens the dialog while this stands on the page, and gives the focus back to what opened it. */
function useOpening(dialog: { readonly current: HTMLDialogElement | null }): void {
  useLayoutEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, [dialog]);
}

/** Goes where the answer to a form of the sheet leads: on in the sheet, to a page, or to the bank. */
function useFollowing(answer: unknown, show: (path: string) => void): void {
  const navigate = useNavigate();
  const followed = useRef<unknown>(null);
  useEffect(() => {
    const next = nextIn(answer);
    if (next === null || followed.current === answer) return;
    followed.current = answer;
    if (!next.startsWith("/")) window.location.assign(next);
    else if (kindOf(next) === null) navigate(next);
    else show(next);
  }, [answer, show, navigate]);
}
