import { useLocation } from "@remix-run/react";
import { type RefObject, useEffect, useRef } from "react";

/** Lets an open `<details>` close by Escape, by a press elsewhere, and when the page changes; without JavaScript it stays as it is. */
export function useClosingDetails(): RefObject<HTMLDetailsElement> {
  const ref = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();

  useEffect(() => {
    // A new key is a new page, or the same one with other settings.
    if (ref.current !== null && key !== "") ref.current.open = false;
  }, [key]);

  useEffect(() => {
    const close = (event: Event) => {
      const details = ref.current;
      if (details === null || !details.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== "Escape") return;
        details.open = false;
        details.querySelector("summary")?.focus();
      } else if (!(event.target instanceof Node && details.contains(event.target))) {
        details.open = false;
      }
    };
    document.addEventListener("keydown", close);
    document.addEventListener("pointerdown", close);
    return () => {
      document.removeEventListener("keydown", close);
      document.removeEventListener("pointerdown", close);
    };
  }, []);

  return ref;
}
