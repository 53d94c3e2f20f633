import { Form, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { CARRIED_PARAMETER, carriedIn, keepCarried } from "~/domain/tracking/touch-address";

type Props = {
  readonly method: "get" | "post";
  readonly action?: string;
  readonly className?: string | undefined;
  /** For forms that carry a file. */
  readonly withFile?: boolean;
  readonly keepScroll?: boolean;
  readonly label?: string;
  readonly search?: boolean;
  /** For controls of the form that stand outside of it. */
  readonly id?: string;
  readonly children: ReactNode;
};

/**
 * A form that works as HTML alone and is sent without a reload once JavaScript runs. The server validates. Like links
 * it keeps the visit's signed touch ids.
 */
export function AppForm({ method, action, className, withFile = false, keepScroll = false, label, search = false, id, children }: Props) {
  const carried = carriedIn(useLocation().search);
  return (
    <Form
      id={id}
      method={method}
      {...(action === undefined ? {} : { action: method === "post" ? keepCarried(action, carried) : action })}
      className={className}
      encType={withFile ? "multipart/form-data" : "application/x-www-form-urlencoded"}
      preventScrollReset={keepScroll}
      aria-label={label}
      role={search ? "search" : undefined}
      noValidate
    >
      {/* A form that reads puts its fields in the place of the address's query. */}
      {method === "get" && carried !== null ? <input type="hidden" name={CARRIED_PARAMETER} value={carried} /> : null}
      {children}
    </Form>
  );
}
