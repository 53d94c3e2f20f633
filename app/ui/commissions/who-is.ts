import type { ProofTouch } from "~/domain/reporting/commission-proof";
import type { Texts } from "../texts/texts";

/** Whose touch it is, as its reader says it. */
export function whoIs({ t }: Texts, one: Pick<ProofTouch, "own" | "affiliate">, reader: "affiliate" | "brand"): string {
  if (one.own && reader === "affiliate") return t("proof.who_you");
  return one.affiliate === null ? t("proof.who_unknown") : `@${one.affiliate.handle}`;
}
