import { createContext, type ReactNode, useContext } from "react";
import type { Locale } from "./locale";
import { textsSpoken } from "./spoken";
import type { Texts } from "./texts";

const TextsContext = createContext<Texts | null>(null);

/** Gives everything inside the words of one language. */
export function TextsProvider({ locale, children }: { readonly locale: Locale; readonly children: ReactNode }) {
  return <TextsContext.Provider value={textsSpoken(locale)}>{children}</TextsContext.Provider>;
}

/** The words of the page's language. Errors: throws outside a `TextsProvider`. */
export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (texts === null) throw new Error("No TextsProvider stands around this component.");
  return texts;
}
