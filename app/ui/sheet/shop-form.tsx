import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { carriedIn, keepCarried } from "~/domain/tracking/touch-address";
import { AppForm } from "../forms/app-form";
import { useSheet } from "./sheet-context";

type Props = {
  readonly method: "post";
  readonly action: string;
  readonly className?: string | undefined;
  readonly label?: string;
  readonly id?: string;
  readonly children: ReactNode;
};

/** A form of the shop: on a page it leads to a page; in a sheet it is sent without leaving, and its answer says what the sheet shows next. */
export function ShopForm({ children, ...form }: Props) {
  const sheet = useSheet();
  const { search } = useLocation();
  if (sheet === null) return <AppForm {...form}>{children}</AppForm>;
  const { method, className, label, id } = form;
  const action = keepCarried(form.action, carriedIn(sheet.path) ?? carriedIn(search));
  return (
    <sheet.fetcher.Form id={id} method={method} action={action} className={className} aria-label={label} noValidate>
      <input type="hidden" name="in" value="sheet" />
      {children}
    </sheet.fetcher.Form>
  );
}
