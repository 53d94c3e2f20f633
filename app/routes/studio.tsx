import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { requireStudio } from "~/http/studio";
import { DeskPage } from "~/ui/layout/desk-page";
import { doorsOfStudio } from "~/ui/layout/doors";
import { personOf } from "~/ui/layout/person";
import { useTexts } from "~/ui/texts/texts-context";

/** The desk around every page of an affiliate. Each page asks for the right itself besides. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireStudio(args);
  return { person: personOf(actor) };
}

export { notFoundAction as action } from "~/http/refusals";

export default function StudioDesk() {
  const { t } = useTexts();
  const { person } = useLoaderData<typeof loader>();
  return (
    <DeskPage doors={doorsOfStudio()} person={person} wearing={t("studio.wearing")}>
      <Outlet />
    </DeskPage>
  );
}
