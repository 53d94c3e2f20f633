import sheetStyles from "../sheet/sheet.module.css";
import { useSheet } from "../sheet/sheet-context";
import { SheetTop } from "../sheet/sheet-top";
import { useSheetData } from "../sheet/use-sheet-data";
import { useTexts } from "../texts/texts-context";
import { DoneBody, type DoneFacts, DoneWays } from "./done-parts";

/** The thanks over the page that led here; going back closes it, and the page is where it was. */
export function DoneSheet({ path }: { readonly path: string }) {
  const { t } = useTexts();
  const sheet = useSheet();
  const read = useSheetData<{ readonly facts: DoneFacts }>(path);
  if (read === undefined) return <SheetTop title={t("done.title")} waiting />;
  return (
    <>
      <div className={sheetStyles.body}>
        <DoneBody facts={read.facts} level="sheet" />
      </div>
      <div className={sheetStyles.foot}>
        <DoneWays facts={read.facts} onBack={sheet?.close ?? null} />
      </div>
    </>
  );
}
