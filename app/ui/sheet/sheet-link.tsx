import type { ReactNode } from "react";
import { AppLink } from "../layout/app-link";
import { useSheetPress } from "./sheet-context";

type Props = {
  readonly to: string;
  readonly className?: string | undefined;
  readonly current?: "true" | undefined;
  readonly label?: string | undefined;
  readonly children: ReactNode;
};

/** A link to something that can come as a sheet over the page; without JavaScript it is the page itself. */
export function SheetLink({ to, children, ...rest }: Props) {
  return (
    <AppLink to={to} keepScroll onPress={useSheetPress(to)} {...rest}>
      {children}
    </AppLink>
  );
}
