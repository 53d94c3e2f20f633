import { setTimeout as sleep } from "node:timers/promises";

/** Longer than either way takes on a slow machine: hashing a password is the most of it. */
const FLOOR_MS = 400;

/** Answers no sooner than a fixed time, so that how long it took does not tell whether an account exists. */
export async function evenTime<Result>(work: Promise<Result>): Promise<Result> {
  const [result] = await Promise.all([work, sleep(FLOOR_MS)]);
  return result;
}
