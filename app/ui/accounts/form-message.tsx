import { Notice } from "../forms/notice";
import { useTexts } from "../texts/texts-context";
import type { AnsweredForm } from "./use-answered-fields";

/** What concerns the whole form, above it: too many attempts, a form that was not understood. */
export function FormMessage({ answer }: { readonly answer: (AnsweredForm & { readonly message: string | null }) | undefined }) {
  const { t } = useTexts();
  const form = answer?.errors["form"];
  const words = answer?.message ?? (form === undefined ? null : t(form));
  return words === null || words === undefined ? null : (
    <Notice kind="refused" focus>
      {words}
    </Notice>
  );
}
