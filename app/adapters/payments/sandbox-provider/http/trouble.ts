import { z } from "zod";

/** Calls that tests can trouble. */
export const OPERATIONS = [
  "openEntry",
  "readEntry",
  "saveCard",
  "forgetCard",
  "authorise",
  "find",
  "cancel",
  "capture",
  "refund",
  "listChanges",
  "listSettlements",
  "typeCard",
  "answerChallenge",
] as const;
export type Operation = (typeof OPERATIONS)[number];

/**
 * `delay`: answers late. `timeout_before`, `timeout_after`: never answers, without or with the effect. `error_before`,
 * `error_after`: 503, without or with the effect. `lose_reply`: the effect, then the connection is cut.
 */
const fault = z.strictObject({
  on: z.enum([...OPERATIONS, "any"]),
  fault: z.enum(["delay", "timeout_before", "timeout_after", "error_before", "error_after", "lose_reply"]),
  /** How many calls it meets. */
  times: z.int().min(1).max(1_000_000).default(1),
  delayMs: z.int().min(0).max(60_000).default(0),
});

export const faultsBody = z.strictObject({ faults: z.array(fault).max(100) });
export const webhooksBody = z.strictObject({ mode: z.enum(["deliver", "duplicate", "reorder", "hold", "drop"]) });
/** `before_commit`: nothing has happened yet; `before_reply`: it has, and nobody was told. */
export const crashBody = z.strictObject({
  on: z.enum(OPERATIONS),
  when: z.enum(["before_commit", "before_reply"]),
  /** At which arrival there. */
  reach: z.int().min(1).max(1_000_000).default(1),
});

export type Fault = z.infer<typeof fault>;
export type WebhookMode = z.infer<typeof webhooksBody>["mode"];
type Crash = z.infer<typeof crashBody>;

/** What tests have ordered; nothing, in every other process. Forgotten when the process ends. */
export type Trouble = {
  /** The fault that meets this call, used up by it. */
  readonly take: (operation: Operation) => Fault | undefined;
  /** Ends the process as `kill -9` does when a crash was ordered here. */
  readonly reach: (operation: Operation, when: Crash["when"]) => void;
  readonly setFaults: (faults: readonly Fault[]) => void;
  readonly setCrash: (crash: Crash) => void;
};

/** No trouble yet. */
export function noTrouble(): Trouble {
  let faults: readonly Fault[] = [];
  let crash: Crash | undefined;
  return {
    take: (operation) => {
      const met = faults.find(({ on }) => on === operation || on === "any");
      if (met === undefined) return undefined;
      faults = faults.flatMap((each) => (each === met ? (met.times > 1 ? [{ ...met, times: met.times - 1 }] : []) : [each]));
      return met;
    },
    reach: (operation, when) => {
      if (crash === undefined || crash.on !== operation || crash.when !== when) return;
      crash = { ...crash, reach: crash.reach - 1 };
      if (crash.reach === 0) process.kill(process.pid, "SIGKILL");
    },
    setFaults: (ordered) => {
      faults = ordered;
    },
    setCrash: (ordered) => {
      crash = ordered;
    },
  };
}
