import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";
import type { SearchProblem } from "~/schemas/search";
import { ErrorWords } from "../layout/error-words";
import { SearchProblemPage } from "./search-problem";

/** What stands in a report's place: what is wrong with its address and the way out, or the words of any other error. */
export function ReportError() {
  const error = useRouteError();
  const { pathname } = useLocation();
  if (!isRouteErrorResponse(error)) return <ErrorWords status={500} />;
  const problem: SearchProblem | undefined = error.status === 400 ? error.data?.problem : undefined;
  return problem === undefined ? <ErrorWords status={error.status} /> : <SearchProblemPage problem={problem} base={pathname} />;
}
