import { useLocation } from "@remix-run/react";

/** The path and query of the page being shown, to come back to after a form elsewhere. */
export function useHere(): string {
  const { pathname, search } = useLocation();
  return `${pathname}${search}`;
}
