import { Form } from "@remix-run/react";
import type { ReactNode } from "react";

type Props = {
  readonly method: "get" | "post";
  readonly action?: string;
  readonly className?: string | undefined;
  /** For forms that carry a file. */
  readonly withFile?: boolean;
  readonly keepScroll?: boolean;
  readonly label?: string;
  readonly search?: boolean;
  readonly children: ReactNode;
};

/** A form that works as HTML alone and is sent without a reload once JavaScript runs. The server validates. */
export function AppForm({ method, action, className, withFile = false, keepScroll = false, label, search = false, children }: Props) {
  return (
    <Form
      method={method}
      {...(action === undefined ? {} : { action })}
      className={className}
      encType={withFile ? "multipart/form-data" : "application/x-www-form-urlencoded"}
      preventScrollReset={keepScroll}
      aria-label={label}
      role={search ? "search" : undefined}
      noValidate
    >
      {children}
    </Form>
  );
}
