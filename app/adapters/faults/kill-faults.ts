import type { CrashPoint, Faults } from "~/ports/faults";

/** Nothing happens at any point: every process outside the fault tests. */
export function noFaults(): Faults {
  return { reach: () => undefined };
}

/** Ends this process as `kill -9` does, without any farewell, at the `reach`-th arrival at `point`. */
export function killAt(order: { readonly point: CrashPoint; readonly reach: number }): Faults {
  let arrivals = 0;
  return {
    reach(point) {
      if (point !== order.point) return;
      arrivals += 1;
      if (arrivals >= order.reach) process.kill(process.pid, "SIGKILL");
    },
  };
}
