import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { requireBrand } from "~/http/brand";
import { DeskPage } from "~/ui/layout/desk-page";
import { doorsOfBrand } from "~/ui/layout/doors";
import { personOf } from "~/ui/layout/person";
import { useTexts } from "~/ui/texts/texts-context";

/** The desk around every page of a brand. Each page asks for its own right besides. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, brand } = await requireBrand(args, "read_reports");
  return { person: personOf(actor), brand };
}

export { notFoundAction as action } from "~/http/refusals";

export default function BrandDesk() {
  const { t } = useTexts();
  const { person, brand } = useLoaderData<typeof loader>();
  return (
    <DeskPage
      doors={doorsOfBrand(brand.slug, brand.role)}
      person={person}
      wearing={t("role.of_brand", { brand: brand.name, role: t(`role.${brand.role}`) })}
    >
      <Outlet />
    </DeskPage>
  );
}
