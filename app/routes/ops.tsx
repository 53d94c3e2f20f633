import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { requireOperator } from "~/http/actor";
import { DeskPage } from "~/ui/layout/desk-page";
import { doorsOfOperator } from "~/ui/layout/doors";
import { personOf } from "~/ui/layout/person";
import { useTexts } from "~/ui/texts/texts-context";

/** The operator's desk around each of its pages; every page asks for the right itself besides. */
export async function loader(args: LoaderFunctionArgs) {
  return { person: personOf(await requireOperator(args)) };
}

export { notFoundAction as action } from "~/http/refusals";

export default function OperatorDesk() {
  const { t } = useTexts();
  const { person } = useLoaderData<typeof loader>();
  return (
    <DeskPage doors={doorsOfOperator()} person={person} wearing={t("nav.operator")}>
      <Outlet />
    </DeskPage>
  );
}
