import { createContext } from "react";

/** The mark of this answer's own scripts and styles; the server sets it, the browser neither has nor needs it. */
export const NonceContext = createContext<string | undefined>(undefined);
