import { createContext, useContext } from "react";

/** The mark of this answer's own scripts and styles, which the server sets. */
export const NonceContext = createContext<string | undefined>(undefined);

/** The mark for a style of one's own: the server's, or in a browser that of the document, which stays its own while pages change. */
export function useNonce(): string | undefined {
  const given = useContext(NonceContext);
  if (given !== undefined || typeof document === "undefined") return given;
  return document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
}
