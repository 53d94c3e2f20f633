import { EmptyState } from "../display/empty-state";
import { Say } from "../display/say";
import { buttonLook } from "../forms/button-look";
import { useTexts } from "../texts/texts-context";

/** The words of an error page follow its status; statuses without their own count as unreadable or as our fault. */
export function errorKind(status: number): "not_found" | "too_many" | "bad_request" | "unexpected" {
  if (status === 404) return "not_found";
  if (status === 429) return "too_many";
  return status < 500 ? "bad_request" : "unexpected";
}

type Props = {
  readonly status: number;
  /** A sentence made for this case; the general one stands in. */
  readonly said?: string;
};

/** What happened and what to do, for a page that could not be shown. */
export function ErrorWords({ status, said = "" }: Props) {
  const { t } = useTexts();
  const kind = errorKind(status);
  return (
    <>
      <Say>{t(`error.${kind}.title`)}</Say>
      <EmptyState>
        <p>{said === "" ? t(`error.${kind}.body`) : said}</p>
        {/* A whole new page: whatever broke in this one is left behind. */}
        <a href="/" className={buttonLook({ look: "main" })}>
          {t("error.back")}
        </a>
      </EmptyState>
    </>
  );
}
