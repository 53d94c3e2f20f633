import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

type Props = {
  readonly to: string;
  readonly className?: string | undefined;
  readonly current?: "page" | "true" | undefined;
  readonly keepScroll?: boolean;
  readonly label?: string | undefined;
  readonly rel?: string | undefined;
  /** Files and other answers that are no page are fetched by the browser itself. */
  readonly file?: boolean;
  readonly children: ReactNode;
};

/** A link inside the app: an ordinary anchor that changes the page without a reload once JavaScript runs. */
export function AppLink({ to, className, current, keepScroll = false, label, rel, file = false, children }: Props) {
  return (
    <Link
      to={to}
      className={className}
      aria-current={current}
      aria-label={label}
      rel={rel}
      preventScrollReset={keepScroll}
      reloadDocument={file}
    >
      {children}
    </Link>
  );
}
