import { setTimeout as sleep } from "node:timers/promises";

/** Waits until the condition holds; looks every 20 ms. Errors: after `timeoutMs`, with what `describe` says then. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  { timeoutMs = 30_000, describe = () => "the condition did not come true" }: { timeoutMs?: number; describe?: () => string } = {},
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs} ms: ${describe()}`);
    await sleep(20);
  }
}
