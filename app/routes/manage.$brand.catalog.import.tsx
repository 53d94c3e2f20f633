import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { firstErrors, MAX_FILE_BYTES } from "~/domain/catalog/catalog-import";
import { requireBrand } from "~/http/brand";
import { contextOf } from "~/http/context";
import { textsOf } from "~/http/texts";
import { readUpload } from "~/http/upload";
import { listCatalogImports } from "~/services/list-catalog-imports";
import { requestCatalogImport } from "~/services/request-catalog-import";
import { ImportPage, type UploadProblem } from "~/ui/catalog/import-page";
import { pageTitle } from "~/ui/layout/page-title";

export async function loader(args: LoaderFunctionArgs) {
  const { brand } = await requireBrand(args, "import_catalog");
  const { deps } = contextOf(args);
  const { t } = textsOf(args);
  const imports = await listCatalogImports(deps, { brandId: brand.brandId });
  return {
    title: t("page.title", { page: `${t("import.title")} — ${brand.name}` }),
    brand: { slug: brand.slug, timezone: brand.timezone },
    idempotencyKey: deps.ids.secret(),
    imports: imports.map((one) => firstErrors(one, 0)),
  };
}

/** Statuses of refusals: too large is the sender's to shrink, a used key is a conflict, the rest is unreadable. */
const STATUS: Readonly<Record<UploadProblem["kind"], 400 | 409 | 413 | 422>> = {
  file_missing: 422,
  file_empty: 422,
  file_too_large: 413,
  not_text: 422,
  unknown_format: 422,
  same_key_other_file: 409,
  malformed: 400,
};

/** A key as `ids.secret` makes them. */
const KEY = /^[\w-]{16,100}$/;

export async function action(args: ActionFunctionArgs) {
  const { actor, brand } = await requireBrand(args, "import_catalog");
  const upload = await readUpload(args.request, { field: "file", maxBytes: MAX_FILE_BYTES });
  if (!upload.ok) return refuse(upload.error);
  const idempotencyKey = upload.value.fields.get("key") ?? "";
  if (!KEY.test(idempotencyKey)) return refuse({ kind: "malformed" });
  const { fileName, text } = upload.value;
  const asked = await requestCatalogImport(contextOf(args).deps, {
    brandId: brand.brandId,
    requestedBy: actor.personId,
    fileName,
    body: text,
    idempotencyKey,
  });
  if (!asked.ok) return refuse(asked.error);
  return redirect(`/manage/${brand.slug}/catalog/imports/${asked.value.importId}`);
}

/** Columns of an unknown file are repeated so that the reader recognises it; a few are enough. */
const COLUMNS_REPEATED = 12;

function refuse(problem: UploadProblem) {
  const shown = problem.found === undefined ? problem : { kind: problem.kind, found: problem.found.slice(0, COLUMNS_REPEATED) };
  return data({ problem: shown }, { status: STATUS[problem.kind] });
}

export const meta: MetaFunction<typeof loader> = pageTitle;

export default function Import() {
  const { brand, idempotencyKey, imports } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ImportPage
      base={`/manage/${brand.slug}/catalog`}
      zone={brand.timezone}
      idempotencyKey={idempotencyKey}
      problem={answer?.problem ?? null}
      imports={imports}
    />
  );
}
