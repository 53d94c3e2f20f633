import { DoneBody, type DoneFacts, DoneWays } from "./done-parts";

/** The thanks as a page of its own. */
export function DonePage({ facts }: { readonly facts: DoneFacts }) {
  return (
    <>
      <DoneBody facts={facts} level="page" />
      <DoneWays facts={facts} onBack={null} />
    </>
  );
}
