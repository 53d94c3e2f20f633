import type { BrandAction } from "~/domain/accounts/roles";
import type { JobName } from "~jobs/catalog";

/** Who asks. */
export const ROLES = ["anonymous", "shopper", "affiliate", "analyst", "fulfilment", "manager", "owner", "operator"] as const;
export type Role = (typeof ROLES)[number];

/**
 * Who may: everyone, whoever is signed in, operators, members of the brand who may do this; or nobody, as nothing
 * is there (`nobody_signed_in`: a page with an error page of its own stands inside its desk, so strangers are asked
 * to sign in before they are told).
 */
export type Access =
  | "everyone"
  | "signed_in"
  | "operators"
  | "nobody"
  | "nobody_signed_in"
  | "method_not_allowed"
  | { readonly brand: BrandAction };

export type Row = {
  /** The address; `:brand` and `:import` are filled in. */
  readonly path: string;
  readonly read: Access;
  readonly write: Access;
};

const may = (brand: BrandAction): Access => ({ brand });

/** What each route of the product gives to whom. A route without a row fails the test. */
export const ROUTES: Readonly<Record<string, Row>> = {
  root: { path: "/", read: "everyone", write: "nobody" },
  "routes/$": { path: "/nowhere", read: "nobody", write: "nobody" },
  "routes/_index": { path: "/?index", read: "everyone", write: "nobody" },
  "routes/account": { path: "/account", read: "signed_in", write: "signed_in" },
  "routes/demo.mailbox": { path: "/demo/mailbox?to=ada@example.org", read: "nobody", write: "nobody" },
  "routes/demo.sign-in": { path: "/demo/sign-in", read: "everyone", write: "nobody" },
  "routes/forgot": { path: "/forgot", read: "everyone", write: "everyone" },
  "routes/glossary": { path: "/glossary", read: "everyone", write: "nobody" },
  "routes/manage._index": { path: "/manage", read: "signed_in", write: "nobody" },
  "routes/manage.$brand": { path: "/manage/:brand", read: may("read_reports"), write: "nobody" },
  "routes/manage.$brand._index": { path: "/manage/:brand", read: may("read_reports"), write: "nobody" },
  "routes/manage.$brand.catalog._index": { path: "/manage/:brand/catalog", read: may("read_catalog"), write: "nobody" },
  "routes/manage.$brand.catalog.import": {
    path: "/manage/:brand/catalog/import",
    read: may("import_catalog"),
    write: may("import_catalog"),
  },
  "routes/manage.$brand.catalog.imports.$import": {
    path: "/manage/:brand/catalog/imports/:import",
    read: may("import_catalog"),
    write: "nobody",
  },
  "routes/manage.$brand.catalog.imports.$import_.errors[.]csv": {
    path: "/manage/:brand/catalog/imports/:import/errors.csv",
    read: may("import_catalog"),
    write: "method_not_allowed",
  },
  "routes/manage.$brand.live": { path: "/manage/:brand/live", read: may("read_reports"), write: "nobody" },
  "routes/manage.$brand.sales": { path: "/manage/:brand/sales", read: may("read_reports"), write: "nobody_signed_in" },
  "routes/manage.$brand.sales[.]csv": { path: "/manage/:brand/sales.csv", read: may("read_reports"), write: "method_not_allowed" },
  "routes/manage.$brand.settings.team": { path: "/manage/:brand/settings/team", read: may("read_team"), write: may("change_team") },
  "routes/ops": { path: "/ops", read: "operators", write: "nobody" },
  "routes/ops._index": { path: "/ops?index", read: "operators", write: "operators" },
  "routes/ops.brands": { path: "/ops/brands", read: "operators", write: "operators" },
  "routes/ops.mailbox": { path: "/ops/mailbox", read: "operators", write: "nobody" },
  "routes/preferences": { path: "/preferences", read: "everyone", write: "everyone" },
  "routes/reset": { path: "/reset", read: "everyone", write: "everyone" },
  "routes/sign-in": { path: "/sign-in", read: "everyone", write: "everyone" },
  "routes/sign-out": { path: "/sign-out", read: "everyone", write: "everyone" },
  "routes/sign-up": { path: "/sign-up", read: "everyone", write: "everyone" },
  "routes/verify": { path: "/verify", read: "everyone", write: "everyone" },
};

/** What is answered before the framework. */
export const EDGE: Readonly<Record<string, Row>> = {
  healthz: { path: "/healthz", read: "everyone", write: "nobody" },
  readyz: { path: "/readyz", read: "everyone", write: "nobody" },
  metrics: { path: "/metrics", read: "everyone", write: "nobody" },
  files: { path: "/favicon.svg", read: "everyone", write: "nobody" },
  discovery: { path: "/__manifest?version=none&p=%2Fops", read: "everyone", write: "everyone" },
};

/** By which request each job can be caused; `null` for those that only events and clocks start. */
export const JOBS: Readonly<Record<JobName, string | null>> = {
  "projections.fold": null,
  "catalog.import": "routes/manage.$brand.catalog.import",
  "audit.run": null,
  "housekeeping.purge": null,
};
