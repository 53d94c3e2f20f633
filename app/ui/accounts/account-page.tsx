import type { ReactNode } from "react";
import { Say } from "../display/say";
import type { Person } from "../layout/person";
import { PublicPage } from "../layout/public-page";
import styles from "./account-page.module.css";

type Props = { readonly person?: Person | null; readonly say: string; readonly rest?: string; readonly children: ReactNode };

/** A page with one sentence and one form. */
export function AccountPage({ person = null, say, rest, children }: Props) {
  return (
    <PublicPage person={person} width="narrow">
      <div className={styles.stack}>
        <Say rest={rest}>{say}</Say>
        {children}
      </div>
    </PublicPage>
  );
}
