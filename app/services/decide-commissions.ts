import { setImmediate as nextTurn } from "node:timers/promises";
import { type DecidedOrderLine, decideOrder, toldLines } from "~/domain/commission/decide-order";
import { reversalPostings, reversalsOf, reverseLine } from "~/domain/commission/reverse-order";
import type { CommissionDecided, CommissionReversed } from "~/domain/events/commission-events";
import { nextTurnAt } from "~/domain/events/delivery";
import type { DomainEvent } from "~/domain/events/event";
import type { LineTakenBack } from "~/domain/events/order-events";
import type { AffiliateId, BatchId, CommissionId, DecisionId, OrderId, ProgramId } from "~/domain/kernel/branded";
import { type Place, postAccrual } from "~/domain/ledger/postings";
import { insertCommissions, insertReversals, listLineParts, type NewCommission, readBackBefore } from "~db/queries/commissions";
import { getDecided, insertDecisions, listLinesToDecide, type NewDecision } from "~db/queries/decisions";
import { recordEvents } from "~db/queries/events";
import { appendEntries } from "~db/queries/ledger";
import { listBatchEvents, postponeEvents, takeFromOutbox } from "~db/queries/outbox";
import { markProcessed } from "~db/queries/processed";
import { advanceDecided, getProgramTerms, type ProgramTerms } from "~db/queries/programs";
import { type Tx, transact } from "~db/transaction";
import type { Deps } from "./deps";

const CONSUMER = "commission.decide";

type Placed = DomainEvent<"order.placed">;
type Canceled = DomainEvent<"order.lines_canceled">;

/** An event that takes a place in its program's order. */
type Step = Placed | Canceled;

/**
 * Takes a leased batch of order events into account, each exactly once and each program's in the order of their
 * steps: a placed order is decided, a cancel takes back what its units earned. A step whose predecessor has not
 * been taken in is put back for later, which counts as no failure. One program's trouble does not hold up another's.
 * Errors: the first step's that failed, after all other programs were served.
 */
export async function decideCommissions(deps: Deps, input: { readonly batchId: BatchId }): Promise<{ readonly decided: number }> {
  const events = await listBatchEvents(deps.db.query, { consumer: CONSUMER, batchId: input.batchId });
  deps.faults.reach("decide.read");
  const failures: unknown[] = [];
  let decided = 0;
  for (const steps of byProgram(events)) {
    try {
      decided += await decideInOrder(deps, { batchId: input.batchId, steps });
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return { decided };
}

function byProgram(events: readonly DomainEvent[]): readonly (readonly Step[])[] {
  const programs = new Map<ProgramId, Step[]>();
  for (const event of events) {
    if (event.type !== "order.placed" && event.type !== "order.lines_canceled") throw new Error(`${event.type} is no step of a program`);
    const steps = programs.get(event.payload.programId);
    if (steps === undefined) programs.set(event.payload.programId, [event]);
    else steps.push(event);
  }
  return [...programs.values()].map((steps) => steps.sort((one, other) => one.payload.programSeq - other.payload.programSeq));
}

type InOrder = { readonly batchId: BatchId; readonly steps: readonly Step[] };

/** Returns how many steps were taken in. What comes after one that is early or fails waits for it. */
async function decideInOrder(deps: Deps, { batchId, steps }: InOrder): Promise<number> {
  let decided = 0;
  for (const [index, step] of steps.entries()) {
    try {
      const outcome = await decideStep(deps, { batchId, step });
      if (outcome === "early") {
        await postpone(deps, { batchId, steps: steps.slice(index) });
        return decided;
      }
      if (outcome === "decided") decided++;
    } catch (error) {
      await postpone(deps, { batchId, steps: steps.slice(index + 1) });
      throw error;
    }
    await nextTurn();
  }
  return decided;
}

async function postpone(deps: Deps, { batchId, steps }: InOrder): Promise<void> {
  const now = deps.clock.now();
  const events = steps.map(({ id, recordedAt }) => ({ eventId: id, dueAt: nextTurnAt({ recordedAt, now }) }));
  await transact(deps.db, (tx) => postponeEvents(tx, { consumer: CONSUMER, batchId, events }));
}

/** `gone`: its lease has passed on, or it was taken in before. */
async function decideStep(
  deps: Deps,
  { batchId, step }: { readonly batchId: BatchId; readonly step: Step },
): Promise<"decided" | "early" | "gone"> {
  const outcome = await transact(deps.db, async (tx) => {
    const program = await getProgramTerms(tx, step.payload.programId);
    if (program.decidedSeq < step.payload.programSeq - 1) return "early";
    const held = await takeFromOutbox(tx, { consumer: CONSUMER, batchId, eventIds: [step.id] });
    if (!held.has(step.id)) return "gone";
    const mark = { consumer: CONSUMER, brandId: step.brandId, eventIds: [step.id], batchNo: 0, now: deps.clock.now() } as const;
    if (!(await markProcessed(tx, mark)).has(step.id)) return "gone";
    if (!(await advanceDecided(tx, step.payload))) throw new Error(`Step ${step.payload.programSeq} of ${program.programId} is taken`);
    if (step.type === "order.placed") await decidePlaced(deps, tx, { step, program });
    else await reverseCanceled(deps, tx, step);
    deps.faults.reach("decide.before_commit");
    return "decided";
  });
  deps.faults.reach("decide.after_commit");
  return outcome;
}

async function decidePlaced(
  deps: Deps,
  tx: Tx,
  { step, program }: { readonly step: Placed; readonly program: ProgramTerms },
): Promise<void> {
  const place = placeOf(step);
  const lines = decideOrder({ program, placedAt: step.occurredAt, lines: await listLinesToDecide(tx, place.orderId) });
  const records = lines.map((line) => recordsOf(deps, line, { step, place }));
  await insertDecisions(
    tx,
    records.flatMap(({ decisions }) => decisions),
  );
  const commissions = records.flatMap((record) => record.commissions);
  await insertCommissions(tx, commissions);
  const entries = commissions.map(({ commissionId, affiliateId, accruedMinor }) =>
    postAccrual(place, { subjectId: commissionId, owed: [{ affiliateId, amountMinor: accruedMinor }] }),
  );
  await appendEntries(tx, deps, { eventId: step.id, occurredAt: step.occurredAt }, entries);
  const { programId, programSeq } = step.payload;
  const payload: CommissionDecided = { programId, programSeq, orderId: place.orderId, currency: place.currency, lines: toldLines(lines) };
  await recordEvents(tx, deps, [{ ...aboutOrder(step), type: "commission.decided", payload }]);
}

type LineRecords = { readonly decisions: readonly NewDecision[]; readonly commissions: readonly NewCommission[] };

function recordsOf(deps: Deps, line: DecidedOrderLine, { step, place }: { readonly step: Placed; readonly place: Place }): LineRecords {
  const { brandId, orderId, currency } = place;
  const about = { orderId, orderLineId: line.orderLineId, brandId };
  const decidedAt = deps.clock.now();
  const decisions = line.decisions.map((decision) => ({
    ...about,
    ...decision,
    decisionId: deps.ids.next("dec") as DecisionId,
    programId: step.payload.programId,
    explanation: line.explanation,
    decidedAt,
  }));
  const earning = decisions.filter(({ commissionMinor }) => commissionMinor > 0);
  const commissions = earning.map(({ decisionId, affiliateId, commissionMinor }) => ({
    ...about,
    commissionId: deps.ids.next("com") as CommissionId,
    decisionId,
    affiliateId,
    currency,
    accruedMinor: commissionMinor,
    accruedAt: step.occurredAt,
    parts: partsOf(line, affiliateId),
  }));
  return { decisions, commissions };
}

function partsOf(line: DecidedOrderLine, affiliateId: AffiliateId): NewCommission["parts"] {
  const own = line.credits.filter(({ touch }) => touch.affiliateId === affiliateId);
  return own.map(({ touch, ppm, commissionMinor }) => ({ touchId: touch.touchId, ppm, accruedMinor: commissionMinor }));
}

async function reverseCanceled(deps: Deps, tx: Tx, step: Canceled): Promise<void> {
  const place = placeOf(step);
  const decided = await getDecided(tx, place.orderId);
  const lines: CommissionReversed["lines"][number][] = [];
  for (const taken of step.payload.lines) {
    const line = decided.lines.find(({ orderLineId }) => orderLineId === taken.orderLineId);
    if (line === undefined) throw new Error(`The order ${place.orderId} has no line ${taken.orderLineId}`);
    lines.push(await reverseTaken(deps, tx, { step, taken, line }));
  }
  const { programId, programSeq, currency } = step.payload;
  const payload: CommissionReversed = { programId, programSeq, orderId: place.orderId, currency, cause: "cancel", lines };
  await recordEvents(tx, deps, [{ ...aboutOrder(step), type: "commission.reversed", payload }]);
}

type Taken = { readonly step: Canceled; readonly taken: LineTakenBack; readonly line: CommissionDecided["lines"][number] };

async function reverseTaken(deps: Deps, tx: Tx, { step, taken, line }: Taken): Promise<CommissionReversed["lines"][number]> {
  const place = placeOf(step);
  const { orderLineId } = taken;
  const { programSeq } = step.payload;
  const parts = await listLineParts(tx, orderLineId);
  const before = await readBackBefore(tx, { orderLineId, programSeq });
  const reversed = reverseLine({ decided: line, before, taken, parts });
  const about = { orderLineId, brandId: place.brandId, cause: "cancel", programSeq, reversedAt: step.occurredAt } as const;
  await insertReversals(
    tx,
    reversalsOf(reversed).map((reversal) => ({ ...about, ...reversal, reversalId: deps.ids.next("rev") })),
  );
  await appendEntries(tx, deps, { eventId: step.id, occurredAt: step.occurredAt }, reversalPostings(place, reversed, parts));
  return reversed;
}

function placeOf({ brandId, subjectId, payload }: Step): Place {
  if (brandId === null) throw new Error(`The order ${subjectId} belongs to no brand`);
  return { brandId, orderId: subjectId as OrderId, currency: payload.currency };
}

function aboutOrder({ brandId, subjectId, occurredAt }: Step): Pick<Step, "brandId" | "subjectId" | "occurredAt"> {
  return { brandId, subjectId, occurredAt };
}
