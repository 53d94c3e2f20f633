import { Link, useLocation } from "@remix-run/react";
import type { MouseEvent, ReactNode } from "react";
import { carriedIn, keepCarried } from "~/domain/tracking/touch-address";

type Props = {
  readonly to: string;
  readonly className?: string | undefined;
  readonly current?: "page" | "true" | undefined;
  readonly keepScroll?: boolean;
  readonly label?: string | undefined;
  readonly rel?: string | undefined;
  /** Files and other answers that are no page are fetched by the browser itself. */
  readonly file?: boolean;
  /** Left out of the tab order: one of a group that arrow keys walk along. */
  readonly skipped?: boolean;
  /** Told of a press before the page changes; preventing its default keeps the page. */
  readonly onPress?: (event: MouseEvent<HTMLAnchorElement>) => void;
  readonly children: ReactNode;
};

/**
 * A link inside the app: an ordinary anchor that changes the page without a reload once JavaScript runs. It keeps
 * the visit's signed touch ids, which a visitor without consent has nowhere but in the address.
 */
export function AppLink({
  to,
  className,
  current,
  keepScroll = false,
  label,
  rel,
  file = false,
  skipped = false,
  onPress,
  children,
}: Props) {
  const carried = carriedIn(useLocation().search);
  return (
    <Link
      to={keepCarried(to, carried)}
      className={className}
      aria-current={current}
      aria-label={label}
      rel={rel}
      preventScrollReset={keepScroll}
      reloadDocument={file}
      tabIndex={skipped ? -1 : undefined}
      onClick={onPress}
    >
      {children}
    </Link>
  );
}
