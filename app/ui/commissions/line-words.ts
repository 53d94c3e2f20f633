import { type LineStanding, lineNumber, type ReportedLine, standingOf } from "~/domain/reporting/reported-line";
import type { ChipTone } from "../display/chip";
import type { Texts } from "../texts/texts";

const TONES: Readonly<Record<LineStanding, ChipTone>> = {
  provisional: "provisional",
  approved: "accent",
  paid: "accent",
  held: "caution",
  taken_back: "loss",
  nothing: "plain",
};

/** How a line stands, as a chip: its state, or the reason why nothing was earned. */
export function standingWords({ t }: Texts, line: ReportedLine): { readonly tone: ChipTone; readonly words: string } {
  const standing = standingOf(line);
  if (line.reason !== null) return { tone: TONES.nothing, words: t(`reason.${line.reason}`) };
  return { tone: TONES[standing], words: t(`commissions.standing.${standing}`) };
}

/** A line's article in one line: `Pull Torsade, Écru`. */
export function titleOf(line: Pick<ReportedLine, "title" | "option">): string {
  return line.option === "" ? line.title : `${line.title}, ${line.option}`;
}

/** A line's number as people read it. */
export function numberOf(line: ReportedLine): string {
  return lineNumber(line);
}
