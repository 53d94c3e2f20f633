import { type RefObject, useEffect, useRef } from "react";

/** Moves the focus to the field when it is the first with an error, each time an answer brings one. */
export function useFocusOnError<Control extends HTMLElement>(wanted: boolean, error: string | undefined): RefObject<Control> {
  const ref = useRef<Control>(null);
  useEffect(() => {
    if (wanted && error !== undefined) ref.current?.focus();
  }, [wanted, error]);
  return ref;
}
