import "~/ui/tokens.css";
import "~/ui/base.css";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { readActorOf } from "~/http/actor";
import { contextOf } from "~/http/context";
import { NonceContext } from "~/http/nonce-context";
import { notFoundAction } from "~/http/refusals";
import { ErrorWords, errorKind } from "~/ui/layout/error-words";
import { personOf } from "~/ui/layout/person";
import { PublicPage } from "~/ui/layout/public-page";
import { textsSpoken } from "~/ui/texts/spoken";
import { TextsProvider } from "~/ui/texts/texts-context";

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = contextOf(args);
  const actor = await readActorOf(args);
  return { locale, person: actor === null ? null : personOf(actor) };
}

export const action = notFoundAction;

/** Pages name themselves; this is for the ones that could not be shown. */
export const meta: MetaFunction<typeof loader> = ({ data, error }) => {
  const { t } = textsSpoken(data?.locale ?? "en");
  return [{ title: error === undefined ? t("app.name") : t("page.title", { page: t(`error.${errorKind(statusOf(error))}.title`) }) }];
};

export default function Root() {
  return <Outlet />;
}

/** Stands around every page and every error page. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const locale = useRouteLoaderData<typeof loader>("root")?.locale ?? "en";
  const nonce = useContext(NonceContext);
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <TextsProvider locale={locale}>{children}</TextsProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

/** Whatever went wrong while reading or showing a page. */
export function ErrorBoundary() {
  const error = useRouteError();
  const person = useRouteLoaderData<typeof loader>("root")?.person ?? null;
  const status = statusOf(error);
  const said = isRouteErrorResponse(error) && status === 400 && typeof error.data === "string" ? error.data : "";
  return (
    <PublicPage person={person} width="narrow">
      <ErrorWords status={status} said={said} />
    </PublicPage>
  );
}

/** What was not thrown as an answer is a mistake of ours. */
function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : 500;
}
