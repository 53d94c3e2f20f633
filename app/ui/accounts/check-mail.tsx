import { LinkWords } from "../display/link-words";
import { useTexts } from "../texts/texts-context";
import { AccountPage } from "./account-page";

type Props = {
  readonly kind: "verify" | "reset";
  readonly email: string;
  /** Where the mail can be read on an installation that sends none. */
  readonly viewer: string | null;
};

/** After a mail was, or seems to have been, sent. */
export function CheckMail({ kind, email, viewer }: Props) {
  const { t } = useTexts();
  return (
    <AccountPage say={t("sent.title")} rest={t("sent.sentence", { email })}>
      <p>{t(`sent.${kind}`)}</p>
      {viewer === null ? null : (
        <p>
          <LinkWords to={viewer}>{t("sent.viewer")}</LinkWords>
        </p>
      )}
    </AccountPage>
  );
}
