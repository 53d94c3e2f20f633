import type { SearchProblem } from "~/schemas/sales-search";
import { EmptyState } from "../display/empty-state";
import { Say } from "../display/say";
import { buttonLook } from "../forms/button-look";
import { AppLink } from "../layout/app-link";
import { useTexts } from "../texts/texts-context";
import { tellProblem } from "./tell-problem";

/** The page that stands where a report was asked for in a way it cannot be shown. */
export function SearchProblemPage({ problem, base }: { readonly problem: SearchProblem; readonly base: string }) {
  const texts = useTexts();
  return (
    <>
      <Say>{texts.t("problem.title")}</Say>
      <EmptyState>
        <p>{tellProblem(texts, problem)}</p>
        <AppLink to={base} className={buttonLook({ look: "main" })}>
          {texts.t("problem.fix")}
        </AppLink>
      </EmptyState>
    </>
  );
}
