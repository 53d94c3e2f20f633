import type { Model } from "~/domain/attribution/models";
import type { BrandId, DecisionId, Zone } from "~/domain/kernel/branded";
import { done, type Outcome } from "~/domain/kernel/outcome";
import { checkRange, type DayRange, type RangeRefusal, rangeBounds } from "~/domain/reporting/periods";
import type { CommissionFilter, LineCount, ReportedLine } from "~/domain/reporting/reported-line";
import type { Watermark } from "~/domain/reporting/watermark";
import type { Queryable } from "~db/open";
import { listExplanations } from "~db/queries/commission-proof";
import { countFilteredLines, countReportedLines, listReportedLines, type Reach } from "~db/queries/commission-report";
import { nameAffiliates } from "~db/queries/credit-names";
import { readWatermarkOf } from "~db/queries/watermarks";
import { readSnapshot } from "~db/transaction";
import type { Deps } from "./deps";

export type CommissionQuestion = DayRange & {
  readonly reach: Reach;
  /** The brands whose decisions these are: the list is complete when theirs are. */
  readonly brandIds: readonly BrandId[];
  readonly zone: Zone;
  readonly filter: CommissionFilter;
  /** From 1; `null` for every line at once, as a file has them. */
  readonly page: number | null;
};

export type CommissionReport = {
  readonly watermark: Watermark;
  readonly lines: readonly ReportedLine[];
  /** Of a page's lines that earned nothing: what their decisions say. */
  readonly zeros: ReadonlyMap<DecisionId, ZeroFacts>;
  /** Of the whole range, whatever the filter. */
  readonly counts: readonly LineCount[];
  readonly pages: number;
  readonly page: number;
};

export const LINES_PER_PAGE = 50;

/** Lines read at a time for a file: their explanations stay behind, so a page of them is small. */
const LINES_PER_READ = 5_000;

/** Every order line in reach and what became of it, the zeros with their reason; the newest order first. */
export async function readCommissionReport(deps: Deps, asked: CommissionQuestion): Promise<Outcome<CommissionReport, RangeRefusal>> {
  const range = checkRange({ ...asked, by: "day" });
  if (!range.ok) return range;
  const now = deps.clock.now();
  const span = { reach: asked.reach, ...rangeBounds(asked, asked.zone), filter: asked.filter };
  return readSnapshot(deps.db, async (q) => {
    const watermark = await readWatermarkOf(q, { brandIds: asked.brandIds, now });
    const counts = await countReportedLines(q, span);
    const all = await countFilteredLines(q, span);
    const pages = Math.max(1, Math.ceil(all / LINES_PER_PAGE));
    const page = Math.min(pages, asked.page ?? 1);
    const lines: ReportedLine[] = [];
    if (asked.page === null) {
      while (lines.length < all) lines.push(...(await listReportedLines(q, { ...span, limit: LINES_PER_READ, offset: lines.length })));
    } else {
      lines.push(...(await listReportedLines(q, { ...span, limit: LINES_PER_PAGE, offset: (page - 1) * LINES_PER_PAGE })));
    }
    const zeros = asked.page === null ? new Map() : await readZeros(q, lines);
    return done({ watermark, lines, zeros, counts, pages, page });
  });
}

/** What a decision that gave nothing says about it. */
export type ZeroFacts = {
  /** Handles of those whose touches were credited instead. */
  readonly winners: readonly string[];
  readonly model: Model;
  readonly windowDays: number;
};

async function readZeros(q: Queryable, lines: readonly ReportedLine[]): Promise<ReadonlyMap<DecisionId, ZeroFacts>> {
  const ids = lines.flatMap((line) => (line.reason === null ? [] : [line.decisionId]));
  const explanations = await listExplanations(q, ids);
  const credited = [...explanations.values()].flatMap((one) => one.credits.map((credit) => credit.affiliateId));
  const names = await nameAffiliates(q, credited);
  return new Map(
    [...explanations].map(([id, { credits, program }]) => {
      const winners = [...new Set(credits.flatMap((credit) => names.get(credit.affiliateId)?.handle ?? []))];
      return [id, { winners, model: program.model, windowDays: program.windowDays }];
    }),
  );
}
