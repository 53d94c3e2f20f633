import type { AppLoadContext } from "@remix-run/node";
import type { Texts } from "~/ui/texts/texts";
import { textsFor } from "~/ui/texts/texts-for";
import { contextOf } from "./context";

/** The words of the reader's language, for titles and sentences made by loaders and actions. */
export function textsOf(args: { readonly context: AppLoadContext }): Texts {
  return textsFor(contextOf(args).locale);
}
